import { posix } from 'node:path';
import type { ReplyDiagnostic, Request } from '../protocol.js';

export type OpenRequest = Extract<Request, { kind: 'open' }>;

/** One of the compilers, with a project open in it. */
export interface Checker {
  /** All errors with `texts`, by path seen from the project, in the place of what is on disk. */
  check(texts: ReadonlyMap<string, string>): ReplyDiagnostic[];
}

/** Texts that stand before those on disk, as the compilers ask for them: absolute paths with `/`. */
export class Overlay {
  readonly #root: string;
  #texts: ReadonlyMap<string, string> = new Map();

  constructor(root: string) {
    this.#root = slashed(root);
  }

  /** @returns the files whose text is another one than before, and those that are new or gone. */
  replace(texts: ReadonlyMap<string, string>): { changed: string[]; created: string[]; deleted: string[] } {
    const before = this.#texts;
    this.#texts = new Map(
      [...texts].map(([path, text]) => [posix.join(this.#root, path), text.replace(/^\uFEFF/, '')]),
    );
    return {
      changed: [...this.#texts.keys()].filter(
        (path) => before.has(path) && before.get(path) !== this.#texts.get(path),
      ),
      created: [...this.#texts.keys()].filter((path) => !before.has(path)),
      deleted: [...before.keys()].filter((path) => !this.#texts.has(path)),
    };
  }

  text(path: string): string | undefined {
    return this.#texts.get(slashed(path));
  }

  /** Whether some file stands in this folder, at any depth. */
  hasFolder(path: string): boolean {
    const folder = `${slashed(path)}/`;
    return [...this.#texts.keys()].some((one) => one.startsWith(folder));
  }

  /** The staged files and folders right inside a folder. */
  entriesOf(path: string): { files: string[]; directories: string[] } {
    const folder = `${slashed(path)}/`;
    const below = [...this.#texts.keys()].flatMap((one) =>
      one.startsWith(folder) ? [one.slice(folder.length)] : [],
    );
    const directories = below.filter((one) => one.includes('/')).map((one) => one.slice(0, one.indexOf('/')));
    return { files: below.filter((one) => !one.includes('/')), directories: [...new Set(directories)] };
  }

  /** A path as a report names it. */
  nameOf(path: string): string {
    return posix.relative(this.#root, slashed(path));
  }
}

function slashed(path: string): string {
  return path.replaceAll('\\', '/');
}

/** A file that belongs to several programs has its errors once. */
export function withoutRepeats(diagnostics: readonly ReplyDiagnostic[]): ReplyDiagnostic[] {
  const keyOf = ({ path, start, code, message }: ReplyDiagnostic): string =>
    [path, start, code, message].join('\0');
  return [...new Map(diagnostics.map((one) => [keyOf(one), one])).values()];
}
