import { isRelative } from './specifiers.js';

/** The order that a formatter asks imports, and the names in them, to be in. */
export type ImportOrder = 'biome-1' | 'biome-2';

type Compare = (a: string, b: string) => number;

/** Compares the sources of imports: the far ones first, then by their text. */
export function bySourceIn(order: ImportOrder): Compare {
  const rank = order === 'biome-1' ? distanceInFirst : distanceInSecond;
  const compare = byNameIn(order);
  return (a, b) => rank(a) - rank(b) || compare(a, b);
}

/** Compares names that are imported, numbers in them by their value. */
export function byNameIn(order: ImportOrder): Compare {
  const compare = order === 'biome-1' ? byCode : byLetter;
  return (a, b) => {
    const [left, right] = [partsOf(a), partsOf(b)];
    for (const [index, part] of left.entries()) {
      const other = right[index];
      if (other === undefined) return 1;
      const numbers = Number(part) - Number(other);
      const difference = Number.isNaN(numbers) ? compare(part, other) : numbers;
      if (difference !== 0) return difference;
    }
    return left.length - right.length;
  };
}

/** Runs of digits, and every other character. */
function partsOf(text: string): string[] {
  return text.match(/\d+|\D/g) ?? [];
}

function byCode(a: string, b: string): number {
  return a.charCodeAt(0) - b.charCodeAt(0);
}

/** A capital letter comes right before the small one, and a folder before whatever begins like it. */
function byLetter(a: string, b: string): number {
  const key = (part: string): number => (part === '/' ? 0 : part.toLowerCase().charCodeAt(0));
  return key(a) - key(b) || byCode(a, b);
}

/** As Biome 1 has it, for which `@/` begins a package. */
function distanceInFirst(source: string): number {
  if (isRelative(source)) return 4;
  if (source.startsWith('#')) return 3;
  return hasProtocol(source) ? 0 : 2;
}

/** As Biome 2 has it. */
function distanceInSecond(source: string): number {
  if (isRelative(source)) return source.startsWith('..') ? 4 : 5;
  if (/^(?:[#~$%]|@\/)/.test(source)) return 3;
  return hasProtocol(source) ? 1 : 2;
}

function hasProtocol(source: string): boolean {
  return /^[a-z]+:/.test(source);
}
