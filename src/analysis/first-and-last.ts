/**
 * A list without what stands between the first and the last of equals. Whoever goes through it in order, so that the
 * first or the last one counts, comes to the same; and repeats of repeats do not add up.
 * @param identity what equals have in common.
 */
export function firstAndLast<T>(list: readonly T[], identity: (one: T) => readonly unknown[]): readonly T[] {
  const numbers = new Map<unknown, number>();
  const numberOf = (part: unknown): number => {
    const number = numbers.get(part) ?? numbers.size;
    numbers.set(part, number);
    return number;
  };
  const keys = list.map((one) => identity(one).map(numberOf).join(' '));
  const last = new Map(keys.map((key, at) => [key, at]));
  const seen = new Set<string>();
  return list.filter((_, at) => {
    const key = keys[at] ?? '';
    const isFirst = !seen.has(key);
    seen.add(key);
    return isFirst || last.get(key) === at;
  });
}
