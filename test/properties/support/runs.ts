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
    // Each step of shrinking is a run of its own, and that of a project takes a while.
    interruptAfterTimeLimit: timeLimit() / 2,
    ...(PROPERTY_PATH ? { path: PROPERTY_PATH, endOnFailure: true } : {}),
  };
}

/** In milliseconds; more time for more runs. */
export function timeLimit(): number {
  return 60_000 * Number(process.env.PROPERTY_RUNS ?? 1);
}
