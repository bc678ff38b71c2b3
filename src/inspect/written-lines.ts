import { structuredPatch } from 'diff';
import type { AddedLine } from '../report/model.js';
import { applyEdits, type Edit, invertEdits, sortEdits } from '../source/edit.js';
import type { Span } from '../source/span.js';

/** The lines that edits of a file write, numbered as in the file that they leave. */
export function writtenLines(path: string, before: string, edits: readonly Edit[]): AddedLine[] {
  const after = applyEdits(before, edits);
  const changes = newSpans(before, edits);
  // As the patch counts them.
  const starts = [0, ...Array.from(after.matchAll(/\n/g), ({ index }) => index + 1)];
  const { hunks } = structuredPatch(path, path, before, after, undefined, undefined, { context: 0 });
  return hunks.flatMap((hunk) => {
    let line = hunk.newStart;
    // A pair of one removed and one added line is a line that has changed.
    let removed = hunk.lines.filter((one) => one.startsWith('-')).length;
    return hunk.lines.flatMap((one): AddedLine[] => {
      if (!one.startsWith('+')) return [];
      const replaces = removed > 0;
      removed -= 1;
      const text = one.slice(1).replace(/\r$/, '');
      const changed = within(text, starts[line - 1] ?? 0, changes);
      const added = { path, line, text, replaces, changed };
      line += 1;
      return [added];
    });
  });
}

/** What edits put in, as spans of the text that they make; what an edit leaves as it was is not part of it. */
function newSpans(before: string, edits: readonly Edit[]): Span[] {
  const sorted = sortEdits(edits);
  return invertEdits(before, edits).map(({ start, end, text: was }, index) => {
    const is = sorted[index]?.text ?? '';
    const shared = Math.min(is.length, was.length);
    let first = 0;
    while (first < shared && is[first] === was[first]) first += 1;
    let last = 0;
    while (last < shared - first && is.at(-1 - last) === was.at(-1 - last)) last += 1;
    return { start: start + first, end: end - last };
  });
}

/** The parts of `spans` that are on a line, from its start; an empty one is where something was taken out. */
function within(line: string, lineStart: number, spans: readonly Span[]): Span[] {
  const lineEnd = lineStart + line.length;
  return spans
    .filter(({ start, end }) =>
      start === end ? lineStart <= start && start <= lineEnd : start < lineEnd && lineStart < end,
    )
    .map(({ start, end }) => ({
      start: Math.max(start, lineStart) - lineStart,
      end: Math.min(end, lineEnd) - lineStart,
    }));
}
