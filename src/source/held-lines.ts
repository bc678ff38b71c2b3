import { lineEndAt, lineStartAt } from './lines.js';

/** What a checker, a linter or a formatter is told of the next line of code. */
const OF_NEXT_LINE =
  /(?:eslint|oxlint)-disable-next-line|@ts-(?:expect-error|ignore)|(?:biome|prettier|deno-lint)-ignore\b|(?:v8|c8|istanbul) ignore (?:next|if|else)/;
const OF_THIS_LINE = /(?:eslint|oxlint)-disable-line/;
const IS_COMMENT = /^\s*(?:\/\/|\/?\*|\{\/\*)/;

/** Whether a comment speaks of the line of `offset` alone, and would no longer speak of what is moved off that line. */
export function isHeld(text: string, offset: number): boolean {
  const start = lineStartAt(text, offset);
  if (OF_THIS_LINE.test(text.slice(offset, lineEndAt(text, offset)))) return true;
  const above = text.slice(lineStartAt(text, start - 1), Math.max(0, start - 1));
  return IS_COMMENT.test(above) && OF_NEXT_LINE.test(above);
}
