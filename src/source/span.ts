/** `[start, end)` in UTF-16 code units of the raw text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Whether `inner` stands in `outer`, or is it. */
export function encloses(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
