/** As Prettier counts a tab by default. */
export const TAB_WIDTH = 2;

/** How wide an editor shows a line that is indented with tabs of `tabWidth` columns; a BOM has none. */
export function widthOfLine(line: string, tabWidth: number): number {
  const tabs = /^\uFEFF?(\t*)/.exec(line)?.[1]?.length ?? 0;
  return line.trimEnd().replace(/^\uFEFF/, '').length + tabs * (tabWidth - 1);
}

/** The offset at which the line that holds `offset` starts. */
export function lineStartAt(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** The indentation of the line that holds `offset`. */
export function indentAt(text: string, offset: number): string {
  return /^[\t ]*/.exec(text.slice(lineStartAt(text, offset)).replace(/^\uFEFF/, ''))?.[0] ?? '';
}

/** The offset at which the line that holds `offset` ends, before its line break. */
export function lineEndAt(text: string, offset: number): number {
  return offset + (/\r?\n|$/.exec(text.slice(offset))?.index ?? 0);
}

/** Whether nothing but white space stands before `offset` on its line. */
export function isFirstOnLine(text: string, offset: number): boolean {
  return /^\s*$/.test(text.slice(lineStartAt(text, offset), offset));
}
