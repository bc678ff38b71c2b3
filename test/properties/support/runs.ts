import { writeSync } from 'node:fs';
import type { Parameters } from 'fast-check';

/**
 * How often a property is tried: `few` times, the same ones each time, or with `PROPERTY_RUNS` that many times as often,
 * other ones each time. What fails is reported with its seed and path, which `PROPERTY_SEED` and `PROPERTY_PATH` repeat.
 */
export function runs(few: number): Parameters<unknown> {
  const { PROPERTY_RUNS, PROPERTY_SEED, PROPERTY_PATH } = process.env;
  return {
    numRuns: few * Number(PROPERTY_RUNS ?? 1),
    ...(PROPERTY_RUNS && !PROPERTY_SEED ? {} : { seed: Number(PROPERTY_SEED ?? 1) }),
    ...(PROPERTY_PATH ? { path: PROPERTY_PATH, endOnFailure: true } : {}),
  };
}

/** In milliseconds; more time for more runs. */
export function timeLimit(): number {
  return 60_000 * Number(process.env.PROPERTY_RUNS ?? 1);
}

/**
 * Counts the programs that are tried, and in a long run says so every ten seconds, and at once when one fails: making a
 * program that fails smaller runs many more of them.
 */
export class Progress {
  readonly #name: string;
  readonly #startedAt = Date.now();
  #saidAt = Date.now();
  #tried = 0;
  #failed = 0;

  constructor(name: string) {
    this.#name = name;
  }

  tried(): void {
    this.#tried += 1;
    if (Date.now() - this.#saidAt > 10_000) this.say();
  }

  failed(program: string): void {
    this.#failed += 1;
    if (this.#failed === 1) this.say(` ${program} fails and is made smaller`);
  }

  say(what = ''): void {
    if (!process.env.PROPERTY_RUNS) return;
    this.#saidAt = Date.now();
    const seconds = Math.round((this.#saidAt - this.#startedAt) / 1000);
    // At once: the runner holds back what is written to the stream until a test ends.
    writeSync(2, `${this.#name}: ${this.#tried} programs in ${seconds} s${what}\n`);
  }
}
