/**
 * A replacement of `[start, end)` of the raw text by `text`. Offsets are UTF-16 code units into the file as it
 * stands on disk (BOM included). It is the only way a user's file is ever changed.
 */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Whether one of `edits` puts a line break in. */
export function breaksLine(edits: readonly Edit[]): boolean {
  return edits.some(({ text }) => text.includes('\n'));
}

/** Sorts by position; edits at the same insertion point keep the order in which they were made. */
export function sortEdits(edits: readonly Edit[]): Edit[] {
  return edits.toSorted((a, b) => a.start - b.start || a.end - b.end);
}

/**
 * Splices `edits` into `text`. Every byte outside the edits stays.
 * @throws RangeError when two edits overlap or one lies outside the text: a defect of ours, never of the input.
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const pieces: string[] = [];
  let reached = 0;
  for (const edit of sortEdits(edits)) {
    if (edit.start < reached || edit.end < edit.start || edit.end > text.length) {
      throw new RangeError(`edit ${edit.start}-${edit.end} overlaps another or leaves the text`);
    }
    pieces.push(text.slice(reached, edit.start), edit.text);
    reached = edit.end;
  }
  return [...pieces, text.slice(reached)].join('');
}

/** The edits that turn `applyEdits(text, edits)` back into `text`. */
export function invertEdits(text: string, edits: readonly Edit[]): Edit[] {
  let shift = 0;
  return sortEdits(edits).map(({ start, end, text: inserted }) => {
    const inverse = {
      start: start + shift,
      end: start + shift + inserted.length,
      text: text.slice(start, end),
    };
    shift += inserted.length - (end - start);
    return inverse;
  });
}
