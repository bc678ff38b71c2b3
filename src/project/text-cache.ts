/** Keeps the texts that were asked for last, up to about `limit` characters, so that a large project fits in memory. */
export class TextCache {
  readonly #limit: number;
  #recent = new Map<string, string>();
  #older = new Map<string, string>();
  #size = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  get(path: string): string | undefined {
    const recent = this.#recent.get(path);
    if (recent !== undefined) return recent;
    const older = this.#older.get(path);
    if (older !== undefined) this.set(path, older);
    return older;
  }

  set(path: string, text: string): void {
    this.#recent.set(path, text);
    this.#size += text.length;
    if (this.#size < this.#limit / 2) return;
    this.#older = this.#recent;
    this.#recent = new Map();
    this.#size = 0;
  }
}
