import type { ImportOrder } from './import-order.js';

/** What the set-up of a formatter says of a file. A part that it leaves open is absent. */
export interface Formatting {
  /** The width that lines are kept within; infinite where it is said that there is none. */
  readonly width?: number;
  readonly quote?: "'" | '"';
  readonly semicolons?: boolean;
  /** Whether a level of indentation is a tab. */
  readonly tabs?: boolean;
  /** How many columns a level of indentation takes, that of a tab included. */
  readonly tabWidth?: number;
  /** Where lists that span lines end in a comma: all of them, all but arguments and parameters, or none. */
  readonly trailingCommas?: TrailingCommas;
  /** The order in which imports are kept; absent also where none is asked for. */
  readonly importOrder?: ImportOrder;
}

export type TrailingCommas = 'all' | 'es5' | 'none';
