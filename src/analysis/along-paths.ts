/** Answers for one question that may be found anew on every path; more than in any real project's circle of calls. */
const MOST_ANSWERS = 10_000;

/**
 * Answers that are made of those of neighbours, where one that stands on the path already is left out. An answer that
 * was come by without leaving any out is the same on every path, and is kept; one from within a circle is not, because
 * from elsewhere it may be another. Only in a tangle of circles, which would take forever, the first one is taken.
 */
export class AlongPaths<T> {
  readonly #kept = new WeakMap<object, { readonly value: T }>();
  /** What was answered within circles since the first one on the path was asked. */
  readonly #found = new Map<object, { readonly value: T }>();
  readonly #path = new Map<object, number>();
  #answers = 0;
  /** The outermost on the path that was left out since the last one on it was asked. */
  #outermost = Number.POSITIVE_INFINITY;

  /** Whether `one` stands on the path, and is to be left out. */
  isOnPath(one: object): boolean {
    const at = this.#path.get(one);
    // One that leads to itself directly does so on every path.
    if (at !== undefined && at < this.#path.size - 1) this.#outermost = Math.min(this.#outermost, at);
    return at !== undefined;
  }

  once(one: object, answer: () => T): T {
    const kept = this.#kept.get(one);
    if (kept) return kept.value;
    const at = this.#path.size;
    if (at === 0) {
      this.#answers = 0;
      this.#found.clear();
    }
    const found = this.#answers > MOST_ANSWERS ? this.#found.get(one) : undefined;
    if (found) {
      this.#outermost = 0;
      return found.value;
    }
    return this.#run(one, at, answer);
  }

  #run(one: object, at: number, answer: () => T): T {
    const before = this.#outermost;
    this.#answers += 1;
    this.#outermost = Number.POSITIVE_INFINITY;
    this.#path.set(one, at);
    try {
      const value = answer();
      const answers = this.#outermost > at ? this.#kept : this.#found;
      answers.set(one, { value });
      return value;
    } finally {
      this.#path.delete(one);
      this.#outermost = Math.min(before, this.#outermost);
    }
  }
}
