import fc from 'fast-check';
import { parseSource, type SourceFile } from '../../../src/source/parse.js';
import { canonical } from './canonical.js';
import { CHANGE_KINDS, type Changed, type ChangeKind, changed } from './changes.js';
import { randomFrom } from './random.js';

/** One change that must not matter, as fast-check draws and shrinks it. */
export interface Growth {
  readonly kind: ChangeKind;
  /** At how many places at most. */
  readonly limit: number;
  readonly seed: number;
}

/** Some changes, one after the other. */
export const growths: fc.Arbitrary<Growth[]> = fc.array(
  fc.record({
    kind: fc.constantFrom(...CHANGE_KINDS),
    limit: fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 200 })),
    seed: fc.nat(),
  }),
  { minLength: 1, maxLength: 4 },
);

/**
 * Makes `growth` of a file: undefined where the text does not parse, or does not mean the same afterwards. That is the
 * growth's own fault, and no case for a test.
 */
export function grown(path: string, text: string, growth: readonly Growth[]): Changed | undefined {
  let current: Changed = { text, renamed: new Map() };
  for (const { kind, limit, seed } of growth) {
    const file = parsedOrNot(path, current.text);
    if (!file) return undefined;
    const next = changed(file, kind, limit, randomFrom(seed));
    const renamed = new Map(current.renamed);
    for (const [now, before] of next.renamed) renamed.set(now, renamed.get(before) ?? before);
    current = { text: next.text, renamed };
  }
  const before = parsedOrNot(path, text);
  const after = parsedOrNot(path, current.text);
  if (!before || !after) return undefined;
  const isSame = canonical(after, current.renamed).join('\n') === canonical(before).join('\n');
  return isSame ? current : undefined;
}

/** What a text means, see `canonical`. */
export function meaning(
  path: string,
  text: string,
  renamed: ReadonlyMap<string, string> = new Map(),
): string[] {
  const file = parsedOrNot(path, text);
  return file ? canonical(file, renamed) : ['does not parse'];
}

export function parsedOrNot(path: string, text: string): SourceFile | undefined {
  const result = parseSource(path, text);
  return result.kind === 'parsed' ? result.file : undefined;
}
