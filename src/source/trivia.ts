/**
 * A comment, for use in a regular expression over text that is not parsed yet. It can end at one place only: where it
 * could end at several, many comments in a row would be tried in every combination before a match is given up.
 */
export const COMMENT = String.raw`(?:/\*[^*]*\*+(?:[^/*][^*]*\*+)*/|//.*(?!.))`;

/** White space and comments, for use in a regular expression over text that is not parsed yet. */
export const TRIVIA = String.raw`(?:\s+(?!\s)|${COMMENT})*`;

const TRIVIA_HERE = new RegExp(TRIVIA, 'y');
const USE_CLIENT = new RegExp(`^${TRIVIA}['"]use client['"]`);
const USE_SERVER = new RegExp(`^${TRIVIA}['"]use server['"]`);

/** The offset of the first character at or after `offset` that is neither white space nor in a comment. */
export function skipTrivia(text: string, offset: number): number {
  TRIVIA_HERE.lastIndex = offset;
  TRIVIA_HERE.test(text);
  return TRIVIA_HERE.lastIndex;
}

/** Whether a text begins with a directive, comments aside, as a file that is not parsed shows it. */
export function opensWithDirective(text: string, directive: 'use client' | 'use server'): boolean {
  return (directive === 'use client' ? USE_CLIENT : USE_SERVER).test(text);
}

/** Whether the code after `offset`, comments aside, would go on in a statement that ends there without a semicolon. */
export function goesOn(text: string, offset: number): boolean {
  return /[([`+\-/*,.]/.test(text.charAt(skipTrivia(text, offset)));
}

/** The end of the line that holds `offset`, before its line break. */
function endOfLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  if (end === -1) return text.length;
  return text[end - 1] === '\r' ? end - 1 : end;
}

/** `offset`, or the end of the comment when nothing but a comment follows on its line. */
export function trailingCommentEnd(text: string, offset: number): number {
  const end = endOfLine(text, offset);
  return /^[\t ]*(\/\/.*|\/\*((?!\*\/).)*\*\/[\t ]*)$/.test(text.slice(offset, end)) ? end : offset;
}

/** Where a statement ends to the eye: `;` at the start of a later line belongs to what follows it there. */
export function visibleEnd(
  text: string,
  { start, end }: { readonly start?: number | null | undefined; readonly end?: number | null | undefined },
): number {
  const code = text.slice(start ?? 0, end ?? 0);
  if (!code.endsWith(';')) return end ?? 0;
  const visible = code.slice(0, -1).trimEnd();
  return code.slice(visible.length).includes('\n') ? (start ?? 0) + visible.length : (end ?? 0);
}
