/** `[start, end)` in UTF-16 code units of the raw text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}
