/** Draws that depend on a seed alone, so that fast-check can shrink what is done with them. */
export interface Random {
  /** A whole number from 0 up to, but not with, `limit`. */
  below(limit: number): number;
  pick<Item>(items: readonly Item[]): Item;
  /** `items` in an order of its own. */
  shuffled<Item>(items: readonly Item[]): Item[];
}

/** mulberry32. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  const below = (limit: number): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit);
  };
  return {
    below,
    pick(items) {
      const item = items[below(items.length)];
      if (item === undefined) throw new RangeError('nothing to pick from');
      return item;
    },
    shuffled(items) {
      return items
        .map((item) => ({ item, rank: below(2 ** 31) }))
        .sort((a, b) => a.rank - b.rank)
        .map(({ item }) => item);
    },
  };
}
