import type { SourceFile } from '../source/parse.js';

/** Finds files for import specifiers, and specifiers for files. Paths are project-relative with `/`. */
export interface Resolver {
  /** The source file that `specifier` in `from` stands for; undefined for a package or a missing file. */
  resolve(specifier: string, from: string): string | undefined;
  /**
   * How `from` should import `to`: through the project's alias where one covers it, else relatively; without an
   * extension unless the project's own resolution needs one.
   */
  specifierFor(to: string, from: string): string;
  /** Whether an optional property takes no `undefined` unless its type says so (`exactOptionalPropertyTypes`). */
  readonly exactOptional?: boolean;
}

/** What was looked for in the bytes of every file; `signal-sdk` is the name of a Signal package or of its provider. */
export type IndexedWord = 'signal-sdk' | 'use server';

/** What `signal-sdk` stands for. */
export const SIGNAL_SDK = /signal-next\/|@signal-js\/|\bSignalNextProvider\b/;

/** What the analysis must know of another package of the workspace. */
export interface PackageFacts {
  /** Anybody may install it, so that nobody can know all who call it. */
  readonly isPublished: boolean;
  /** The packages that it lists, in whatever field. */
  readonly dependencies: ReadonlySet<string>;
}

/** The project's modules as the analysis sees them; the only way it reaches another file. */
export interface ModuleHost extends Resolver {
  /** The parsed file, or undefined when it does not exist, cannot be read or cannot be parsed. Memoised. */
  load(path: string): SourceFile | undefined;
  /**
   * Forgets a file that was loaded once, so that nobody else holds on to its tree; whoever asks for it again gets a new
   * one. False for a file that was loaded more often, which stays.
   */
  release?(path: string): boolean;
  /** The raw text without parsing it, so that files can be ruled out by their bytes; where absent, `load` is used. */
  text?(path: string): string | undefined;
  /** As `text`, for a look at many files: nothing is kept or noted, and what cannot be read is for `text` to judge. */
  glance?(path: string): string | undefined;
  /** Whether a file of `sourcePaths` may hold the word, without reading it again; where absent, each may. */
  mayHold?(path: string, word: IndexedWord): boolean;
  /** The source files that name the module `path`, by whatever specifier; where absent, nobody can know them. */
  users?(path: string): readonly string[];
  /** Whether a look at who else uses something is worth its time; false in a hook of a large app. */
  mayLookEverywhere?(): boolean;
  /**
   * Whether a value that is a Signal client may get to a file: false where no file that may name one, however far it is
   * imported from, imports the file, however far. Where absent, it may.
   */
  mayMeetClient?(path: string): boolean;
  /** Whether a file may be changed; where absent, each may. */
  isEditable?(path: string): boolean;
  /** The package of a file that is not the app's own; undefined where it belongs to no member of the workspace. */
  packageOf?(path: string): PackageFacts | undefined;
  /** The project's own source files; where absent, nothing can be looked up that no import leads to. */
  readonly sourcePaths?: readonly string[];
}
