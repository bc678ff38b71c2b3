import type { Parameters } from 'fast-check';

/**
 * How often a property is tried: `few` times, or `PROPERTY_RUNS` times as often as that. What fails is reported with
 * its seed and path, which `PROPERTY_SEED` and `PROPERTY_PATH` repeat.
 */
export function runs(few: number): Parameters<unknown> {
  const { PROPERTY_RUNS, PROPERTY_SEED, PROPERTY_PATH } = process.env;
  return {
    numRuns: few * Number(PROPERTY_RUNS ?? 1),
    ...(PROPERTY_SEED ? { seed: Number(PROPERTY_SEED) } : {}),
    ...(PROPERTY_PATH ? { path: PROPERTY_PATH, endOnFailure: true } : {}),
  };
}

/** In milliseconds; more time for more runs. */
export function timeLimit(): number {
  return 60_000 * Number(process.env.PROPERTY_RUNS ?? 1);
}
