import { isOfAnotherPackage } from '../analysis/project-files.js';
import type { Survey } from '../project/survey.js';
import { once } from '../source/once.js';
import { marksOfText } from './marks.js';

/** The source files of one run: the project's own, those that are only staged, and which of them the run is about. */
export class SourceSet {
  readonly #survey: Survey;
  /** Of each staged source file. */
  readonly #stagedMarks: ReadonlyMap<string, number>;
  readonly #isWanted: (path: string) => boolean;
  readonly #all = once(() => this.#list());
  #near: ReadonlySet<string> = new Set();

  /**
   * @param overlay staged texts that take the place of what is on disk.
   * @param isWanted whether a path passes the filters of the run.
   */
  constructor(survey: Survey, overlay: ReadonlyMap<string, string>, isWanted: (path: string) => boolean) {
    const staged = [...overlay].filter(([path]) => /\.[cm]?[jt]sx?$/.test(path));
    this.#survey = survey;
    this.#stagedMarks = new Map(staged.map(([path, text]) => [path, marksOfText(text)]));
    this.#isWanted = isWanted;
  }

  /** Every path, sorted; lists them when it is first asked. */
  get paths(): readonly string[] {
    return this.#all().paths;
  }

  /** Takes a few paths for the project's own, so that nothing has to be listed to know that. */
  know(paths: readonly string[]): void {
    this.#near = new Set(paths.filter((path) => !isOfAnotherPackage(path)));
  }

  marksOf(path: string): number {
    return this.#stagedMarks.get(path) ?? this.#survey.marksOf(path);
  }

  /** The files that may import a module by one of these names, staged ones in any case; undefined where that is not known. */
  naming(hashes: ReadonlySet<number>): readonly string[] | undefined {
    const found = this.#survey.naming(hashes);
    if (!found || this.#stagedMarks.size === 0) return found;
    const own = this.#all().own;
    return [...new Set([...found, ...[...this.#stagedMarks.keys()].filter((path) => own.has(path))])];
  }

  /** Whether a path is known to be listed; false as long as nobody needed the list. */
  isListed(path: string): boolean {
    return this.#all.isDone() && this.#all().own.has(path);
  }

  /** Whether a file is the project's own and this run may look into it and change it. */
  isChosen(path: string): boolean {
    return this.#isOwn(path) && (this.#stagedMarks.has(path) || this.#isWanted(path));
  }

  /** Whether a file is the project's own and left out of this run. */
  isDropped(path: string): boolean {
    return this.#isOwn(path) && !this.isChosen(path);
  }

  #isOwn(path: string): boolean {
    return this.#near.has(path) || this.#all().own.has(path);
  }

  #list(): { readonly paths: readonly string[]; readonly own: ReadonlySet<string> } {
    const { files } = this.#survey;
    const own = new Set(files);
    const news = [...this.#stagedMarks.keys()].filter((path) => !own.has(path) && !isOfAnotherPackage(path));
    for (const path of news) own.add(path);
    return { paths: news.length > 0 ? [...files, ...news].sort() : files, own };
  }
}
