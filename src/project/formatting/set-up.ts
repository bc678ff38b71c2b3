import type { Formatting } from '../../source/formatting.js';
import type { JsonObject } from '../read-json.js';

/** One of the folders in which the set-up of a formatter is looked for. */
export interface Level {
  /** Absolute. */
  readonly folder: string;
  /** What is in it; read when it is first asked for. */
  readonly names: () => ReadonlySet<string>;
}

/** How a formatter is set up in one folder. */
export type SetUp =
  | { readonly kind: 'none' }
  /** It is code, or names a package, or cannot be read: nobody can tell what it says. */
  | { readonly kind: 'untold' }
  | { readonly kind: 'data'; readonly options: JsonObject };

/** A whole number from 1 to `most`; undefined for whatever else stands in a configuration. */
export function countUpTo(most: number, value: unknown): number | undefined {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= most
    ? value
    : undefined;
}

/** No indentation is as wide, and no text of ours should be. */
export const WIDEST_TAB = 16;

/** `given` without the parts that are undefined, which would hide what stands below them. */
export function withoutGaps(
  given: { readonly [K in keyof Formatting]: Formatting[K] | undefined },
): Formatting {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}
