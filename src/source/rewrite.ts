import type { Edit } from './edit.js';

/** What a rewrite of one file came to. A refusal carries what the person can do instead. */
export type RewriteOutcome =
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'edits'; readonly edits: readonly Edit[] }
  | {
      readonly kind: 'refused';
      /** One sentence: what stands in the way. */
      readonly why: string;
      /** Code or steps that do it by hand. */
      readonly instead: string;
      readonly span: { readonly start: number; readonly end: number } | undefined;
    };

/** What a rewrite may know of the project around the file. */
export interface Surroundings {
  /** The project uses a formatter that lays code out as Prettier does. */
  readonly isFormatted?: boolean;
  /** Whether a specifier is of a file of the project; by its form where that is not known. */
  readonly isProjectFile?: (specifier: string) => boolean;
}
