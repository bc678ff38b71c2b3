import type { Edit } from '../source/edit.js';

/** One file that a command wants to write. Paths are project-relative with `/`. */
export type PlannedChange =
  | {
      readonly kind: 'edit';
      readonly path: string;
      /** The text the edits were made for; a file that differs from it on disk is not written. */
      readonly before: string;
      readonly edits: readonly Edit[];
      /** One line for the person, e.g. `forward the session in 2 calls`. */
      readonly summary: string;
      /** Other files of the plan without which this one would not be right. */
      readonly needs?: readonly string[];
    }
  | { readonly kind: 'create'; readonly path: string; readonly text: string; readonly summary: string };
