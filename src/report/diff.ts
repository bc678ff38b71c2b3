import { structuredPatch } from 'diff';
import { safe } from './cells.js';
import { colorsOf, type Terminal } from './terminal.js';

export interface FileDiff {
  /** Project-relative, with `/`. */
  readonly path: string;
  /** Undefined for a file that is created. */
  readonly before: string | undefined;
  readonly after: string;
}

const CONTEXT = 3;

/** One unified diff of all files, as `git apply` and `patch -p1` take it. Byte for byte: made for a file or a pipe. */
export function unifiedDiff(files: readonly FileDiff[]): string {
  return files
    .flatMap((file) => linesOf(file))
    .map((line) => `${line}\n`)
    .join('');
}

/** The same diff for a person: coloured where the terminal can, and nothing in it can drive the terminal. */
export function renderDiff(files: readonly FileDiff[], terminal: Terminal): string {
  const colors = colorsOf(terminal);
  const paint = (line: string, isHeader: boolean): string => {
    const text = safeLine(line, terminal.unicode);
    if (isHeader) return colors.bold(text);
    if (line.startsWith('@@')) return colors.cyan(text);
    if (line.startsWith('+')) return colors.green(text);
    if (line.startsWith('-')) return colors.red(text);
    return line.startsWith('\\') ? colors.dim(text) : text;
  };
  return files
    .flatMap((file) => linesOf(file).map((line, index) => paint(line, index < 2)))
    .map((line) => `${line}\n`)
    .join('');
}

function safeLine(line: string, unicode: boolean): string {
  const sign = line.slice(0, 1);
  const content = line.slice(1).replace(/\r$/, '');
  return (
    sign +
    content
      .split('\t')
      .map((part) => safe(part, unicode))
      .join('\t')
  );
}

function linesOf({ path, before, after }: FileDiff): string[] {
  const { hunks } = structuredPatch(path, path, before ?? '', after, undefined, undefined, {
    context: CONTEXT,
  });
  if (hunks.length === 0) return [];
  return [
    `--- ${before === undefined ? '/dev/null' : headerName(`a/${path}`)}`,
    `+++ ${headerName(`b/${path}`)}`,
    ...hunks.flatMap((hunk) => [
      `@@ -${range(hunk.oldStart, hunk.oldLines)} +${range(hunk.newStart, hunk.newLines)} @@`,
      ...hunk.lines,
    ]),
  ];
}

/** An empty side is named by the line before it. */
function range(start: number, lines: number): string {
  return `${lines === 0 ? start - 1 : start},${lines}`;
}

/** Quotes as git does what would end the name early; a tab closes a name with spaces. */
function headerName(name: string): string {
  if (/[\p{Cc}"\\]/u.test(name)) {
    const bytes = [...Buffer.from(name, 'utf8')].map((byte) => {
      const character = String.fromCharCode(byte);
      if (character === '"' || character === '\\') return `\\${character}`;
      return byte >= 0x20 && byte <= 0x7e ? character : `\\${byte.toString(8).padStart(3, '0')}`;
    });
    return `"${bytes.join('')}"`;
  }
  return name.includes(' ') ? `${name}\t` : name;
}
