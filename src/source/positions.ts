/** A place in a file: line from 1, column from 1 in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

// Babel counts these four; an editor that does not know U+2028 and U+2029 as line ends differs from it here.
const LINE_END = /\r\n|[\n\r\u2028\u2029]/g;

/** The offset at which each line begins, counted as `@babel/parser` counts lines. */
export function lineStartsOf(text: string): number[] {
  const starts = [0];
  for (const match of text.matchAll(LINE_END)) starts.push(match.index + match[0].length);
  return starts;
}

/** Where `offset` is. Pass `starts` when asking more than once for the same text. */
export function positionAt(
  text: string,
  offset: number,
  starts: readonly number[] = lineStartsOf(text),
): Position {
  let low = 0;
  let high = starts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
}

/** The text of `line` (from 1) without its line end; empty past the last line. */
export function lineTextAt(
  text: string,
  line: number,
  starts: readonly number[] = lineStartsOf(text),
): string {
  const start = starts[line - 1];
  if (start === undefined) return '';
  return text.slice(start, starts[line] ?? text.length).replace(/(?:\r\n|[\n\r\u2028\u2029])$/, '');
}
