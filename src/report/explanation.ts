import type { Explanation } from '../explain/explanation.js';
import { safe } from './cells.js';
import type { Mark } from './frame.js';
import { renderListing } from './listing.js';
import { severityPainter } from './severity.js';
import { colorsOf, type Terminal } from './terminal.js';
import { wrapped } from './wrap.js';

/** A rule or a reason as `signal-next explain` shows it: what it is, a bad and a good example, and what to do. */
export function renderExplanation(explanation: Explanation, terminal: Terminal): string {
  const { id, severity, sentences, example, fixedBy, fix, suppression, docs } = explanation;
  const { bold, blue } = colorsOf(terminal);
  const paint = severityPainter(severity, terminal);
  const paintOf = (kind: Mark['kind']) => (kind === 'primary' ? paint : blue);
  const said = (text: string): string[] => wrapped(safe(text, terminal.unicode), terminal);
  const listing = (text: string, mark: Mark | undefined): string[] =>
    renderListing({ path: example.path, text, mark }, terminal, paintOf);
  const mark: Mark | undefined = example.mark && { ...example.mark, kind: 'primary' };
  const bad =
    example.before === ''
      ? said(`There is no ${example.path}.`)
      : [bold(`Found, in ${example.path}:`), '', ...listing(example.before, mark)];
  return [
    paint(`${severity}[${id}]`),
    ...sentences.flatMap(said),
    '',
    ...bad,
    '',
    bold(example.before === '' ? `Fine, in ${example.path}:` : 'Fine:'),
    '',
    ...listing(example.after, undefined),
    '',
    ...(fixedBy === undefined ? [] : said(`To fix: npx signal-next ${fixedBy}`)),
    ...said(fix),
    ...(suppression === undefined ? [] : ['', ...said(`To suppress, on the line above: ${suppression}`)]),
    '',
    ...said(`More: ${docs}`),
  ].join('\n');
}
