import { join } from 'node:path';
import type { BaselineEntry } from '../gate/baseline.js';
import { baselineText, parseBaseline } from '../gate/baseline-file.js';
import type { Gated } from '../gate/gate.js';
import { readSourceText } from '../project/read-source.js';
import { UsageError } from '../runner/errors.js';
import { writeAlone } from '../runner/write.js';
import { counted } from '../source/sentence.js';
import type { Console } from './console.js';
import { placeOf, type TargetApp } from './target-apps.js';

/** An app's baseline as it is on disk. */
export interface Baseline {
  readonly path: string;
  /** Undefined when there is no such file. */
  readonly text: string | undefined;
  readonly entries: readonly BaselineEntry[];
}

/** @throws UsageError when the file cannot be read, or is no baseline. */
export function readBaseline({ project }: TargetApp): Baseline {
  const path = project.settings.baseline;
  const source = readSourceText(project.root, path);
  if (source.kind === 'text')
    return { path, text: source.text, entries: parseBaseline(source.text, join(project.root, path)) };
  if (source.reason === 'missing') return { path, text: undefined, entries: [] };
  throw new UsageError(`${join(project.root, path)} ${source.message}. ${source.next}`);
}

export interface BaselineUpdate {
  readonly baseline: Baseline;
  /** How many findings were not taken in, because a baseline grows only when it is told to. */
  readonly refused: number;
}

/**
 * Makes the baseline say what is found now: entries whose finding is gone go, those of moved files follow them. What is
 * new is taken in where there was no baseline yet, or with `allowNew`.
 * @param unread files that could not be read; their entries stay.
 */
export function updateBaseline(
  app: TargetApp,
  before: Baseline,
  gated: Gated,
  { allowNew, unread }: { readonly allowNew: boolean; readonly unread: ReadonlySet<string> },
  console: Console,
): BaselineUpdate {
  const { accepted, unaccepted, match } = gated;
  const takesNew = allowNew || before.text === undefined;
  const kept = before.entries.filter(({ path }) => unread.has(path));
  const identities = [...accepted, ...kept, ...(takesNew ? unaccepted : [])];
  const refused = takesNew ? 0 : unaccepted.length;
  const place = placeOf(app, before.path);
  if (before.text === undefined && identities.length === 0) {
    console.say('There is nothing to put into a baseline, so none was written.');
    return { baseline: before, refused };
  }
  const text = baselineText(identities);
  if (text !== before.text) write(app, before, text);
  const gone = match.stale.length;
  const added = takesNew ? unaccepted.length : 0;
  const changes = [...(added > 0 ? [`${added} added`] : []), ...(gone > 0 ? [`${gone} removed`] : [])];
  console.say(
    `${place} lists ${counted(identities.length, 'finding')}${changes.length > 0 ? ` (${changes.join(', ')})` : ''}.`,
  );
  if (refused > 0) {
    console.say(
      `error: ${counted(refused, 'finding')} ${refused === 1 ? 'is' : 'are'} not in ${place}, and ${refused === 1 ? 'was' : 'were'} not added: it only shrinks by itself. Fix or suppress ${refused === 1 ? 'it' : 'them'}, or accept ${refused === 1 ? 'it' : 'them'} with --update-baseline --allow-new.`,
    );
  }
  return { baseline: { path: before.path, text, entries: parseBaseline(text, place) }, refused };
}

function write({ project }: TargetApp, { path, text: before }: Baseline, after: string): void {
  const file = { kind: 'ready', path, before, after, summary: 'the baseline' } as const;
  const problem = writeAlone(project.root, file);
  if (problem) throw new UsageError(`${path} was not written: it ${problem.reason}.`);
}
