import { REEXPORT, specifiersIn } from '../source/specifiers.js';
import type { ModuleHost } from './module-host.js';

/** By which files a function is followed that what is looked for may stand in. */
export interface Sought {
  /** What the text of a file with a function worth following holds. */
  readonly text: RegExp;
  /** How many calls further that file may be. */
  readonly further: number;
}

/** So many barrels in a row count for nothing. */
const MOST_BARRELS = 2;

interface Looked {
  readonly imports: Map<string, readonly string[]>;
  readonly answers: Map<string, boolean>;
}

const lookedBy = new WeakMap<ModuleHost, Looked>();

/**
 * By its bytes and those of what it imports: whether following a function of the file `path` may lead to what is sought.
 * Nothing is parsed for it, and each file is asked once.
 */
export function isWorthLoading(path: string, sought: Sought, host: ModuleHost): boolean {
  if (!host.text) return true;
  const looked = lookedBy.get(host) ?? { imports: new Map(), answers: new Map() };
  lookedBy.set(host, looked);
  return new Look(host, sought.text, looked).leads(path, sought.further, 0);
}

class Look {
  readonly #host: ModuleHost;
  readonly #pattern: RegExp;
  readonly #looked: Looked;

  constructor(host: ModuleHost, pattern: RegExp, looked: Looked) {
    this.#host = host;
    this.#pattern = pattern;
    this.#looked = looked;
  }

  leads(path: string, further: number, barrels: number): boolean {
    return this.#once(`${path}\n${further} ${barrels}`, () => {
      if (this.#says(path, this.#pattern)) return true;
      const isBarrel = barrels < MOST_BARRELS && this.#says(path, REEXPORT);
      if (!isBarrel && further === 0) return false;
      return this.#importsOf(path).some((one) =>
        isBarrel ? this.leads(one, further, barrels + 1) : this.leads(one, further - 1, barrels),
      );
    });
  }

  #says(path: string, pattern: RegExp): boolean {
    const test = (): boolean => pattern.test(this.#host.text?.(path) ?? '');
    return this.#once(`${path}\n`, test, pattern);
  }

  #once(key: string, answer: () => boolean, pattern = this.#pattern): boolean {
    const { answers } = this.#looked;
    const whole = `${pattern.source}\n${key}`;
    const known = answers.get(whole) ?? answer();
    answers.set(whole, known);
    return known;
  }

  #importsOf(path: string): readonly string[] {
    const { imports } = this.#looked;
    const known = imports.get(path) ?? this.#findImports(path);
    imports.set(path, known);
    return known;
  }

  #findImports(path: string): readonly string[] {
    const paths = specifiersIn(this.#host.text?.(path) ?? '').map((one) => this.#host.resolve(one, path));
    return [...new Set(paths)].filter((one) => one !== undefined);
  }
}
