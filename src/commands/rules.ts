import { widthOf } from '../report/cells.js';
import { colorsOf, type Terminal } from '../report/terminal.js';
import { wrapLine, wrapped } from '../report/wrap.js';
import { RULE_IDS, RULES, type RuleInfo } from '../rules/catalogue.js';
import { EXIT_OK, type ExitCode } from '../runner/exit-codes.js';
import { version } from '../version.js';
import type { Console } from './console.js';

/** `signal-next rules`: what check finds, how much it weighs, and what fixes it. */
export function rules({ json }: { readonly json: boolean }, console: Console): ExitCode {
  const all = RULE_IDS.map((id) => RULES[id]);
  console.result(json ? jsonOf(all) : tableOf(all, console.resultTerminal));
  return EXIT_OK;
}

function jsonOf(all: readonly RuleInfo[]): string {
  const tool = { name: 'signal-next', version: version() };
  const listed = all.map((rule) => ({ ...rule, fixedBy: rule.fixedBy ?? null }));
  return JSON.stringify({ schemaVersion: 1, tool, rules: listed }, null, 2);
}

/** Less room than this for the sentences, and they go below. */
const NARROW = 40;

function tableOf(all: readonly RuleInfo[], terminal: Terminal): string {
  const { bold, dim } = colorsOf(terminal);
  const heads = ['rule', 'severity', 'fixed by'] as const;
  const cells = all.map(({ id, severity, fixedBy }) => [id, severity, fixedBy ?? 'you'] as const);
  const widths = heads.map((head, column) =>
    Math.max(widthOf(head), ...cells.map((row) => widthOf(row[column] ?? ''))),
  );
  const padded = (row: readonly string[]): string =>
    row.map((cell, column) => cell.padEnd((widths[column] ?? 0) + 2)).join('');
  const indent = padded(heads).length;
  const isNarrow = terminal.wrap && terminal.width - indent < NARROW;
  const lines = cells.flatMap((row, index) => {
    const summary = all[index]?.summary ?? '';
    if (isNarrow) return [padded(row).trimEnd(), ...wrapLine(`  ${summary}`, terminal.width)];
    const [first = '', ...rest] = wrapped(summary, { ...terminal, width: terminal.width - indent });
    return [padded(row) + first, ...rest.map((line) => ' '.repeat(indent) + line)];
  });
  const head = isNarrow ? padded(heads).trimEnd() : `${padded(heads)}what it finds`;
  return [
    bold(head),
    ...lines,
    '',
    dim('signal-next explain <rule> says more of each, with an example.'),
  ].join('\n');
}
