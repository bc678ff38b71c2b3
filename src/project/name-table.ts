/** Which names stand in which file, by their hashes, in as little memory as they take. */
export class NameTable {
  #pool = new Uint32Array(4096);
  #used = 0;
  /** Where the hashes of each file end; the file itself is the place in the list. */
  readonly #ends: number[] = [];
  /** Files of which nothing is known, so that they may name anything. */
  readonly #open: number[] = [];
  /** Many modules share a name: `actions`, `index`. */
  readonly #known = new Map<number, readonly number[]>();

  /**
   * Adds the next file.
   * @param count how many of `hashes` are its; −1 where they are not known.
   */
  add(hashes: Uint32Array, count: number): void {
    if (count < 0) this.#open.push(this.#ends.length);
    if (this.#used + count > this.#pool.length) {
      const grown = new Uint32Array(this.#pool.length * 2 + count);
      grown.set(this.#pool);
      this.#pool = grown;
    }
    // A loop, because a view of the part would cost more than its few numbers.
    for (let at = 0; at < count; at += 1) this.#pool[this.#used + at] = hashes[at] ?? 0;
    this.#used += Math.max(0, count);
    this.#ends.push(this.#used);
  }

  /** The files that hold one of `hashes`, or may, when all have been added. */
  filesWith(hashes: ReadonlySet<number>): number[] {
    const found = new Set(this.#open);
    for (const hash of hashes) for (const file of this.#holders(hash)) found.add(file);
    return [...found].sort((a, b) => a - b);
  }

  #holders(hash: number): readonly number[] {
    const known = this.#known.get(hash);
    if (known) return known;
    const found = new Set<number>();
    const pool = this.#pool.subarray(0, this.#used);
    let file = 0;
    for (let at = pool.indexOf(hash); at !== -1; at = pool.indexOf(hash, at + 1)) {
      while ((this.#ends[file] ?? Number.POSITIVE_INFINITY) <= at) file += 1;
      found.add(file);
    }
    const holders = [...found];
    this.#known.set(hash, holders);
    return holders;
  }
}
