import { join } from 'node:path';
import { once } from '../source/once.js';
import { byCodeUnit } from '../source/order.js';
import { createFileScanner, type Marking } from './file-scan.js';
import { isInside, realPathOf } from './files.js';
import type { Project } from './model.js';
import { NameTable } from './name-table.js';
import { listSources } from './source-files.js';

/** The project's own source files, and what one look at their bytes tells. */
export interface Survey {
  /** Project-relative, with `/`, sorted. Each is a regular file, not a symlink. */
  readonly files: readonly string[];
  /** The marks of a file; all of them where its bytes could not be read, or are UTF-16. */
  marksOf(path: string): number;
  /** The files that may import a module by one of these names (`hashesFor`); undefined where that is not known. */
  naming(hashes: ReadonlySet<number>): readonly string[] | undefined;
  /** What looks like a source file and was left out, each with a clause. */
  readonly skipped: readonly SkippedFile[];
  /** What a person should know of how the files were found, as a sentence. */
  readonly note: string | undefined;
}

export interface SkippedFile {
  readonly path: string;
  /** Follows `it`. */
  readonly why: string;
}

/** Looks at the bytes of every source file once. */
export function surveySources(project: Project, marking: Marking): Survey {
  const { root } = project;
  const { paths, directories, note } = listSources(project);
  const { scan, hashes } = createFileScanner(marking);
  const marks = new Map<string, number>();
  const names = new NameTable();
  let isRenamed = false;
  const files: string[] = [];
  const skipped: SkippedFile[] = directories.map((path) => ({
    path,
    why: 'is a directory, not a file: rename it so that it does not end like a source file',
  }));
  // From the working folder the system has fewer folders to go through.
  const isHere = root === process.cwd();
  for (const path of paths) {
    const result = isHere ? scan(`${root}/${path}`, path) : scan(`${root}/${path}`);
    switch (result.kind) {
      case 'gone':
        break;
      case 'symlink': {
        const why = whyNot(root, path);
        // A file of the project goes by another name there.
        if (why === undefined) isRenamed = true;
        else skipped.push({ path, why });
        break;
      }
      case 'too-large':
        skipped.push({ path, why: `is too large to parse (${megabytes(result.size)}; the limit is 2 MB)` });
        break;
      case 'minified':
        skipped.push({ path, why: `is minified (${megabytes(result.size)} in ${result.lines} lines)` });
        break;
      case 'read':
        files.push(path);
        names.add(hashes, result.names);
        if (result.marks !== 0) marks.set(path, result.marks);
        break;
    }
  }
  return {
    files,
    marksOf: (path) => marks.get(path) ?? 0,
    naming: (asked) => (isRenamed ? undefined : names.filesWith(asked).flatMap((file) => files[file] ?? [])),
    skipped: skipped.sort((a, b) => byCodeUnit(a.path, b.path)),
    note,
  };
}

/** As `surveySources`, once somebody asks. */
export function surveyWhenAsked(project: Project, marking: Marking): Survey {
  const whole = once(() => surveySources(project, marking));
  return {
    get files() {
      return whole().files;
    },
    marksOf: (path) => whole().marksOf(path),
    naming: (hashes) => whole().naming(hashes),
    get skipped() {
      return whole().skipped;
    },
    get note() {
      return whole().note;
    },
  };
}

/** Why a symlink is left out; undefined for one that leads to a file of the project, which is listed by its own name. */
function whyNot(root: string, path: string): string | undefined {
  const target = realPathOf(join(root, path));
  if (target === undefined) return 'is a symlink that leads nowhere: remove or correct it';
  return isInside(root, target)
    ? undefined
    : `is a symlink out of the project (to ${target}): run this where that file lives`;
}

function megabytes(size: number): string {
  return `${(size / 1024 / 1024).toFixed(1)} MB`;
}
