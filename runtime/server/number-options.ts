/** The most that a timer takes; beyond it Node and browsers run the timer at once. */
const LONGEST_TIMER = 2_147_483_647;

interface NumberOption {
  readonly fallback: number;
  readonly least: number;
  readonly most?: number;
}

const OPTIONS = {
  flushBatchSize: { fallback: 20, least: 1 },
  flushInterval: { fallback: 10_000, least: 0, most: LONGEST_TIMER },
  timeout: { fallback: 30_000, least: 1, most: LONGEST_TIMER },
  maxQueueSize: { fallback: 50_000, least: 1 },
} satisfies Record<string, NumberOption>;

type Name = keyof typeof OPTIONS;

export type NumberOptions = Record<Name, number>;

/**
 * The options that are numbers, with their defaults. A value that is no finite number of at least the least is replaced
 * by the default, and `problems` has a sentence about it: `Number(process.env.X)` is NaN where X is not set.
 */
export function numberOptions(given: { readonly [name in Name]?: number | undefined }): {
  numbers: NumberOptions;
  problems: string[];
} {
  const problems: string[] = [];

  function read(name: Name): number {
    const { fallback, least, most }: NumberOption = OPTIONS[name];
    const value: unknown = given[name] ?? fallback;
    if (typeof value === 'number' && Number.isFinite(value) && value >= least) {
      return Math.min(value, most ?? value);
    }
    problems.push(
      `The ${name} option is not a number of at least ${least}, so its default ${fallback} is used.`,
    );
    return fallback;
  }

  const numbers = {
    flushBatchSize: read('flushBatchSize'),
    flushInterval: read('flushInterval'),
    timeout: read('timeout'),
    maxQueueSize: read('maxQueueSize'),
  };
  return { numbers, problems };
}
