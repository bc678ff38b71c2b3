import type { Edit } from '../../source/edit.js';
import type { Span } from '../../source/span.js';

/** An error of TypeScript. Offsets are UTF-16 code units into the raw text that was checked, as in `Edit`. */
export interface Diagnostic {
  /** Seen from the project, with `/`. */
  readonly path: string;
  readonly start: number;
  readonly length: number;
  readonly code: number;
  /** All lines of the message. */
  readonly message: string;
  /** Other places that TypeScript names with it, such as the declaration that is violated. */
  readonly related: readonly { readonly path: string; readonly start: number }[];
}

/** One thing that a plan changes and that can be left as it is, with all that depends on it. Offsets of the text before. */
export interface Site {
  readonly kind: 'call' | 'file';
  /** Stays the same from plan to plan. */
  readonly id: string;
  readonly path: string;
  /** What is changed for it alone. */
  readonly span: Span;
  /** The function that is changed for it, and the statement which that stands in. */
  readonly within: readonly Span[];
  /** What the function is called. */
  readonly name: string | undefined;
  /** Sites of one group are changed by the same function. */
  readonly group: string;
  /** The other files that change with its file. */
  readonly needs: readonly string[];
}

export interface StagedText {
  readonly before: string;
  readonly after: string;
  /** What makes `after` of `before`; none for a created file, whose `before` is empty. */
  readonly edits: readonly Edit[];
}

/** What would be written with some sites left out. */
export interface Candidate {
  readonly files: ReadonlyMap<string, StagedText>;
  /** Those that are not left out. */
  readonly sites: readonly Site[];
}

/** The error because of which a site is left out. */
export interface Blame {
  readonly site: Site;
  readonly diagnostic: Diagnostic;
  /** Where it is in the text before. */
  readonly at: Span;
}

/** What the type check needs of the world. */
export interface TypeCheckPort {
  /** The plan without the sites of these ids. */
  plan(without: ReadonlyMap<string, Blame>): Candidate;
  /**
   * All errors of the project with these texts in the place of those on disk.
   * @throws TypeCheckFailure when there is no answer.
   */
  diagnose(texts: ReadonlyMap<string, string>): Promise<readonly Diagnostic[]>;
  /** A file as it is on disk. */
  textOf(path: string): string | undefined;
}

/** The types could not be checked. The message is a clause: `it took longer than 60 seconds`. */
export class TypeCheckFailure extends Error {
  override readonly name = 'TypeCheckFailure';
}
