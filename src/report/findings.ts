import type { Finding, Label } from '../rules/finding.js';
import { lineStartsOf, positionAt } from '../source/positions.js';
import { counted, firstOf } from '../source/sentence.js';
import { addedGutter, renderAdded } from './added.js';
import { safe } from './cells.js';
import { type Frame, gutterWidthOf, type Mark, renderFrame } from './frame.js';
import type { ReportedFinding } from './model.js';
import { severityPainter } from './severity.js';
import { type Colors, colorsOf, type Terminal } from './terminal.js';
import { wrapped } from './wrap.js';

/** Gives the text the findings' offsets are for; empty for a file that does not exist. */
export type TextOf = (path: string) => string;

/** Labels within this many lines of the finding share its frame. */
const NEAR = 12;

/** The command lines that fix what is found. */
interface Commands {
  readonly init: string;
  readonly migrate: string;
}

const COMMANDS: Commands = { init: 'npx signal-next init', migrate: 'npx signal-next migrate' };

/** The command lines that fix some of `findings`, in the order in which they are to run. */
export function fixesOf(findings: readonly Pick<Finding, 'fixedBy'>[], commands: Commands): string[] {
  return (['init', 'migrate'] as const)
    .filter((command) => findings.some(({ fixedBy }) => fixedBy === command))
    .map((command) => commands[command]);
}

/** What a frame shows: a finding and, where a command fixes it, the lines that it would write. */
type ShownFinding = Finding & Partial<Pick<ReportedFinding, 'added' | 'addedElsewhere'>>;

/**
 * One finding as a compiler shows it: the sentence, a code frame for each place, the lines to add, and what to run,
 * to do or to read.
 */
export function renderFinding(
  finding: ShownFinding,
  textOf: TextOf,
  terminal: Terminal,
  commands: Commands = COMMANDS,
): string {
  const colors = colorsOf(terminal);
  const paint = severityPainter(finding.severity, terminal);
  const frames = framesOf(finding, textOf);
  const { added = [], addedElsewhere = [] } = finding;
  const gutter = Math.max(gutterWidthOf(frames), addedGutter(added));
  const lines = heading(finding, terminal, paint, colors);
  for (const frame of frames) {
    lines.push(...renderFrame(frame, gutter, terminal, (kind) => (kind === 'primary' ? paint : colors.blue)));
  }
  const note = (name: string, text: string): void => {
    for (const [index, part] of text.split(/\r\n|[\n\r]/).entries()) {
      const start = index === 0 ? `${' '.repeat(gutter)} = ${name}: ` : ' '.repeat(gutter + 3);
      const line = start + safe(part, terminal.unicode);
      const [first = '', ...rest] = wrapped(line, terminal);
      lines.push(first.replace(`${name}:`, colors.bold(`${name}:`)), ...rest);
    }
  };
  const bar = colors.blue(`${' '.repeat(gutter)} ${terminal.unicode ? '│' : '|'}`);
  lines.push(...renderAdded(added, frames.at(-1)?.path, gutter, terminal), bar);
  if (addedElsewhere.length > 0) note('note', editedToo(addedElsewhere));
  if (finding.help !== undefined) note('help', finding.help);
  if (finding.fixedBy !== undefined) note('run', commands[finding.fixedBy]);
  note('docs', `npx signal-next explain ${finding.rule}`);
  return lines.map((line) => `${line}\n`).join('');
}

const MOST_PATHS = 3;

/** Says in which files a fix writes beside those whose lines are shown. */
export function editedToo(paths: readonly string[]): string {
  return `${counted(paths.length, 'more file')} ${paths.length === 1 ? 'is' : 'are'} edited for this: ${firstOf(paths, MOST_PATHS)}`;
}

/**
 * Findings as frames, `limit` of them at most; those beyond it are counted, and each of their places is still named.
 */
export function renderFindings(
  findings: readonly ShownFinding[],
  textOf: TextOf,
  terminal: Terminal,
  { limit = 20, commands = COMMANDS }: { readonly limit?: number; readonly commands?: Commands } = {},
): string {
  const blocks = findings
    .slice(0, limit)
    .map((finding) => renderFinding(finding, textOf, terminal, commands));
  const rest = findings.slice(limit);
  if (rest.length > 0) blocks.push(renderRest(rest, textOf, terminal));
  return blocks.join('\n');
}

function renderRest(rest: readonly Finding[], textOf: TextOf, terminal: Terminal): string {
  const linesByPath = new Map<string, Set<number>>();
  const startsByPath = new Map<string, number[]>();
  for (const { path, start } of rest) {
    const text = textOf(path);
    const starts = startsByPath.get(path) ?? lineStartsOf(text);
    startsByPath.set(path, starts);
    const lines = linesByPath.get(path) ?? new Set<number>();
    linesByPath.set(path, lines.add(positionAt(text, start, starts).line));
  }
  const files = linesByPath.size === 1 ? '1 file' : `${linesByPath.size} files`;
  const heading = `${rest.length} more ${rest.length === 1 ? 'finding' : 'findings'} in ${files}:`;
  const lines = wrapped(heading, terminal).map(colorsOf(terminal).bold);
  for (const [path, numbers] of linesByPath) {
    const sorted = [...numbers].sort((a, b) => a - b).join(', ');
    const line = `  ${safe(path, terminal.unicode)}: ${numbers.size === 1 ? 'line' : 'lines'} ${sorted}`;
    lines.push(...wrapped(line, terminal));
  }
  return lines.map((line) => `${line}\n`).join('');
}

function heading(
  finding: Finding,
  terminal: Terminal,
  paint: (text: string) => string,
  colors: Colors,
): string[] {
  const prefix = `${finding.severity}[${finding.rule}]`;
  const sentence = `${prefix}: ${safe(finding.message, terminal.unicode)}`;
  return wrapped(sentence, terminal).map((line) =>
    line.startsWith(prefix) ? `${paint(prefix)}${colors.bold(line.slice(prefix.length))}` : colors.bold(line),
  );
}

function framesOf(finding: Finding, textOf: TextOf): Frame[] {
  const text = textOf(finding.path);
  const starts = lineStartsOf(text);
  const line = positionAt(text, finding.start, starts).line;
  const isNear = (label: Label): boolean =>
    label.path === finding.path && Math.abs(positionAt(text, label.start, starts).line - line) <= NEAR;
  const primary: Mark = {
    start: finding.start,
    end: finding.end,
    text: finding.labelText,
    kind: 'primary',
  };
  return [
    { path: finding.path, text, marks: [primary, ...finding.labels.filter(isNear).map(secondary)] },
    ...finding.labels
      .filter((label) => !isNear(label))
      .map((label) => ({ path: label.path, text: textOf(label.path), marks: [secondary(label)] })),
  ];
}

function secondary({ start, end, text }: Label): Mark {
  return { start, end, text, kind: 'secondary' };
}
