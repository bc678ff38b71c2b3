/** As Prettier counts a tab by default. */
export const TAB_WIDTH = 2;

/** How wide an editor shows a line that is indented with tabs of `tabWidth` columns; a BOM has none. */
export function widthOfLine(line: string, tabWidth: number): number {
  const tabs = /^\uFEFF?(\t*)/.exec(line)?.[1]?.length ?? 0;
  return line.trimEnd().replace(/^\uFEFF/, '').length + tabs * (tabWidth - 1);
}
