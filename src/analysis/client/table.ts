import { distinct, type Value } from './value.js';

type Entry =
  | { readonly kind: 'running'; readonly depth: number }
  | { readonly kind: 'done'; readonly values: readonly Value[] };

/** Answers waiting for each other; real code is followed over a dozen. */
const DEEPEST = 100;
/** Steps for one question, so that huge or tangled code ends without an answer instead of hanging. */
const MOST_STEPS = 20_000;

/**
 * Answers every question once. A question that leads back to itself has no answer there, and what was answered on the
 * way from it is forgotten, because seen from elsewhere the answer may be another.
 */
export class Table {
  readonly #entries = new Map<string, Entry>();
  /** Weak, so that the tree of a file can go when nobody needs it any more. */
  readonly #entriesOf = new WeakMap<object, Entry>();
  #depth = 0;
  #steps = 0;
  /** The outermost running question that the current one ran into. */
  #lowest = Number.POSITIVE_INFINITY;

  /** @param key tells the question; an object (a node, a binding) or a string. */
  once(key: object | string, answer: () => readonly Value[]): readonly Value[] {
    const known = typeof key === 'string' ? this.#entries.get(key) : this.#entriesOf.get(key);
    if (known?.kind === 'done') return known.values;
    if (known) {
      this.#lowest = Math.min(this.#lowest, known.depth);
      return [];
    }
    if (this.#depth === 0) this.#steps = 0;
    this.#steps += 1;
    if (this.#depth >= DEEPEST || this.#steps > MOST_STEPS) return [];
    return this.#run(key, answer);
  }

  #run(key: object | string, answer: () => readonly Value[]): readonly Value[] {
    const depth = this.#depth;
    const before = this.#lowest;
    this.#depth += 1;
    this.#lowest = Number.POSITIVE_INFINITY;
    this.#set(key, { kind: 'running', depth });
    let values: readonly Value[] | undefined;
    try {
      values = distinct(answer());
      return values;
    } finally {
      const isFinal = values !== undefined && this.#lowest >= depth;
      this.#set(key, values !== undefined && isFinal ? { kind: 'done', values } : undefined);
      this.#lowest = Math.min(before, isFinal ? Number.POSITIVE_INFINITY : this.#lowest);
      this.#depth -= 1;
    }
  }

  #set(key: object | string, entry: Entry | undefined): void {
    if (typeof key === 'string') {
      if (entry) this.#entries.set(key, entry);
      else this.#entries.delete(key);
    } else if (entry) this.#entriesOf.set(key, entry);
    else this.#entriesOf.delete(key);
  }
}
