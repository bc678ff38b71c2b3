/**
 * Answers of a walk that gives up at some depth, each once for each depth at which it is asked: an answer from further
 * down may have been cut off where one from further up would not be.
 */
export class ByDepth<T> {
  /** Weak, so that the tree of a file can go when nobody needs it any more. */
  readonly #answers = new WeakMap<object, Map<string, { readonly value: T }>>();

  /**
   * @param about what is asked about: an object that is the same each time.
   * @param name tells questions about the same thing apart.
   */
  once(about: object, depth: number, answer: () => T, name = ''): T {
    const answers = this.#answers.get(about) ?? new Map<string, { readonly value: T }>();
    this.#answers.set(about, answers);
    const key = `${depth} ${name}`;
    const known = answers.get(key) ?? { value: answer() };
    answers.set(key, known);
    return known.value;
  }
}
