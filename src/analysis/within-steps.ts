/**
 * Whether something that is at most `most` steps away from `start` is what is looked for. Nearest first, and each
 * thing once: further away it leads to nothing that it did not lead to before.
 * @param same what two things have in common that are one.
 * @param next true for what is looked for, else what is one step further.
 */
export function isWithin<T>(
  start: T,
  most: number,
  same: (one: T) => unknown,
  next: (one: T) => true | readonly T[],
): boolean {
  const seen = new Set<unknown>();
  let things: readonly T[] = [start];
  for (let steps = 0; steps <= most && things.length > 0; steps += 1) {
    const further: T[] = [];
    for (const one of things) {
      const identity = same(one);
      if (seen.has(identity)) continue;
      seen.add(identity);
      const found = next(one);
      if (found === true) return true;
      for (const each of found) further.push(each);
    }
    things = further;
  }
  return false;
}
