import { type Edit, sortEdits } from './edit.js';

/**
 * Where a character of the input stands in the output of `edits`: undefined where it was replaced. With the input's
 * `text`, a replacement that repeats what it replaces keeps it.
 */
export function offsetMap(edits: readonly Edit[], text?: string): (offset: number) => number | undefined {
  const sorted = sortEdits(edits);
  return (offset) => {
    let shift = 0;
    for (const edit of sorted) {
      if (edit.start > offset) break;
      if (offset < edit.end) {
        const kept = text === undefined ? -1 : edit.text.indexOf(text.slice(edit.start, edit.end));
        return kept === -1 ? undefined : edit.start + shift + kept + (offset - edit.start);
      }
      shift += edit.text.length - (edit.end - edit.start);
    }
    return offset + shift;
  };
}

/** What a place of the output was before: a character of the input, or text of ours. */
export type Origin =
  | { readonly kind: 'kept'; readonly offset: number }
  | { readonly kind: 'written'; readonly edit: Edit };

/** Where the character at `offset` of the output of `edits` comes from. */
export function originOf(edits: readonly Edit[], offset: number): Origin {
  let shift = 0;
  for (const edit of sortEdits(edits)) {
    const from = edit.start + shift;
    if (offset < from) break;
    if (offset < from + edit.text.length) return { kind: 'written', edit };
    shift += edit.text.length - (edit.end - edit.start);
  }
  return { kind: 'kept', offset: offset - shift };
}
