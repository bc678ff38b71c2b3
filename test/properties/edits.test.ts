import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyEdits, type Edit, invertEdits } from '../../src/source/edit.js';
import { offsetMap, originOf } from '../../src/source/offsets.js';
import { runs } from './support/runs.js';

const texts = fc.string({
  unit: fc.constantFrom('a', 'b', '\n', '\r\n', '\t', '\uFEFF', 'é', '🎉', "'"),
  maxLength: 60,
});

/** A text and edits of it that do not overlap, in any order. Insertions may share their place. */
const edited = texts.chain((text) =>
  fc.array(fc.tuple(fc.nat(text.length), fc.nat(text.length), texts), { maxLength: 8 }).chain((drawn) => {
    const offsets = drawn.flatMap(([start, end]) => [end, start]).sort((a, b) => a - b);
    const edits = drawn.map(([, , inserted], index): Edit => {
      const [start = 0, end = start] = offsets.slice(2 * index);
      return { start, end, text: inserted };
    });
    return fc.tuple(fc.constant(text), fc.shuffledSubarray(edits, { minLength: edits.length }));
  }),
);

/** The same by hand: the kept pieces and the new texts, in the order of the text. */
function spliced(text: string, edits: readonly Edit[]): string {
  let result = '';
  let from = 0;
  const inOrder = edits
    .map((edit, index) => ({ ...edit, index }))
    .sort((a, b) => a.start - b.start || a.end - b.end || a.index - b.index);
  for (const { start, end, text: inserted } of inOrder) {
    result += text.slice(from, start) + inserted;
    from = end;
  }
  return result + text.slice(from);
}

test('edits splice their texts between what is kept', () => {
  fc.assert(
    fc.property(edited, ([text, edits]) => {
      expect(applyEdits(text, edits)).toBe(spliced(text, edits));
    }),
    runs(1000),
  );
});

test('edits that are applied and taken back give the original', () => {
  fc.assert(
    fc.property(edited, ([text, edits]) => {
      const after = applyEdits(text, edits);
      expect(applyEdits(after, invertEdits(text, edits))).toBe(text);
      expect(Buffer.from(applyEdits(after, invertEdits(text, edits)))).toEqual(Buffer.from(text));
    }),
    runs(1000),
  );
});

test('a character that is kept is found where it went, and where it came from', () => {
  fc.assert(
    fc.property(edited, ([text, edits]) => {
      const after = applyEdits(text, edits);
      const moved = offsetMap(edits);
      for (let offset = 0; offset < text.length; offset += 1) {
        const at = moved(offset);
        if (at === undefined) continue;
        expect(after[at]).toBe(text[offset]);
        expect(originOf(edits, at)).toEqual({ kind: 'kept', offset });
        expect(offsetMap(edits, text)(offset)).toBe(at);
      }
    }),
    runs(500),
  );
});

test('edits that overlap or leave the text are turned down', () => {
  fc.assert(
    fc.property(fc.nat(30), fc.nat(30), fc.nat(30), fc.nat(30), (a, b, c, d) => {
      const text = 'x'.repeat(20);
      const edits = [
        { start: a, end: b, text: '1' },
        { start: c, end: d, text: '2' },
      ];
      const isIn = [a, b, c, d].every((offset) => offset <= text.length) && a <= b && c <= d;
      const [[, firstEnd = 0] = [], [nextStart = 0] = []] = [
        [a, b],
        [c, d],
      ].sort(([s = 0, e = 0], [t = 0, f = 0]) => s - t || e - f);
      if (isIn && firstEnd <= nextStart) expect(applyEdits(text, edits)).toBe(spliced(text, edits));
      else expect(() => applyEdits(text, edits)).toThrow(RangeError);
    }),
    runs(500),
  );
});
