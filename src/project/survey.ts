import { isUtf8 } from 'node:buffer';
import { closeSync, constants, lstatSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { byCodeUnit } from '../source/order.js';
import { createByteScanner } from './byte-scan.js';
import { isInside, realPathOf } from './files.js';
import type { Project } from './model.js';
import { MAX_BYTES } from './read-source.js';
import { listSources } from './source-files.js';

/** What is looked for in the bytes of every source file. */
export interface Marking {
  /** At most eight groups of ASCII needles, of which a file must hold one to be marked. */
  readonly needles: readonly (readonly string[])[];
  /**
   * The marks (one bit each) of a text that holds needles; 0 for none.
   * @param text decoded as Latin-1: what is not ASCII stands for itself byte by byte.
   * @param found the groups of which a needle is in it, one bit each.
   */
  marksOf(text: string, found: number): number;
}

/** The project's own source files, and what one look at their bytes tells. */
export interface Survey {
  /** Project-relative, with `/`, sorted. Each is a regular file, not a symlink. */
  readonly files: readonly string[];
  /** The marks of a file; all of them where its bytes could not be read, or are no text. */
  marksOf(path: string): number;
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

const ALL_MARKS = -1;
/** In bytes; a file of that size whose lines are that long on average was written by a bundler. */
const SMALLEST_BUNDLE = 100_000;
const LONG_LINE = 1000;
/** So much of one piece of a large file is looked at again with the next. */
const OVERLAP = 1024;

/** Reads every source file once, into the same buffer, and keeps none of them. */
export function surveySources(project: Project, marking: Marking): Survey {
  const { root } = project;
  const { paths, directories, note } = listSources(project);
  const read = createReader(marking);
  const marks = new Map<string, number>();
  const files: string[] = [];
  const skipped: SkippedFile[] = directories.map((path) => ({
    path,
    why: 'is a directory, not a file: rename it so that it does not end like a source file',
  }));
  for (const path of paths) {
    const result = read(`${root}/${path}`);
    switch (result.kind) {
      case 'gone':
        break;
      case 'symlink': {
        const why = whyNot(root, path);
        if (why !== undefined) skipped.push({ path, why });
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
        if (result.marks !== 0) marks.set(path, result.marks);
        break;
    }
  }
  return {
    files,
    marksOf: (path) => marks.get(path) ?? 0,
    skipped: skipped.sort((a, b) => byCodeUnit(a.path, b.path)),
    note,
  };
}

type ReadResult =
  | { readonly kind: 'read'; readonly marks: number }
  /** Only where it is marked: a large file that concerns nobody is no trouble. */
  | { readonly kind: 'too-large'; readonly size: number }
  /** Only where it is marked, too. Syntax trees of bundles are what memory would be spent on. */
  | { readonly kind: 'minified'; readonly size: number; readonly lines: number }
  | { readonly kind: 'symlink' }
  /** Deleted since it was listed, outside of a sparse checkout, or no file. */
  | { readonly kind: 'gone' };

const READ: ReadResult = { kind: 'read', marks: 0 };
const UNREAD: ReadResult = { kind: 'read', marks: ALL_MARKS };
const GONE: ReadResult = { kind: 'gone' };
const SYMLINK: ReadResult = { kind: 'symlink' };

// Of Windows, which has neither.
const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants;
const FLAGS = O_RDONLY | O_NOFOLLOW | O_NONBLOCK;

function createReader({ needles, marksOf }: Marking): (absolute: string) => ReadResult {
  const scanner = createByteScanner(needles, MAX_BYTES + 1);
  const { buffer } = scanner;

  const marksIn = (length: number): number => {
    const found = scanner.scan(length);
    return found === 0 ? 0 : marksOf(buffer.toString('latin1', 0, length), found);
  };

  const readAll = (descriptor: number): ReadResult => {
    let length = readSync(descriptor, buffer, 0, buffer.length, null);
    if (length <= MAX_BYTES) {
      if (!isText(buffer, length)) return UNREAD;
      const marks = marksIn(length);
      if (marks === 0) return READ;
      const lines = length < SMALLEST_BUNDLE ? length : linesIn(buffer, length);
      return length / lines > LONG_LINE ? { kind: 'minified', size: length, lines } : { kind: 'read', marks };
    }
    let marks = marksIn(length);
    let size = length;
    for (;;) {
      buffer.copyWithin(0, length - OVERLAP, length);
      const more = readSync(descriptor, buffer, OVERLAP, buffer.length - OVERLAP, null);
      if (more === 0) return marks === 0 ? READ : { kind: 'too-large', size };
      length = OVERLAP + more;
      size += more;
      marks |= marksIn(length);
    }
  };

  return (absolute) => {
    let descriptor: number;
    try {
      if (O_NOFOLLOW === 0 && lstatSync(absolute).isSymbolicLink()) return SYMLINK;
      descriptor = openSync(absolute, FLAGS);
    } catch (error) {
      return afterFailure(error);
    }
    try {
      return readAll(descriptor);
    } catch (error) {
      return afterFailure(error);
    } finally {
      closeSync(descriptor);
    }
  };
}

function afterFailure(error: unknown): ReadResult {
  switch (error instanceof Error && 'code' in error ? error.code : undefined) {
    case 'ELOOP':
    case 'EMLINK':
      return SYMLINK;
    case 'ENOENT':
    case 'ENOTDIR':
    case 'EISDIR':
      return GONE;
    default:
      // Whoever asks for the text is told what is wrong with it.
      return UNREAD;
  }
}

/** UTF-16 without a BOM is UTF-8 with many zeros; the first letter tells. */
function isText(buffer: Buffer, length: number): boolean {
  if (length > 1 && (buffer[0] === 0 || buffer[1] === 0)) return false;
  return isUtf8(buffer.subarray(0, length));
}

/** Why a symlink is left out; undefined for one that leads to a file of the project, which is listed by its own name. */
function whyNot(root: string, path: string): string | undefined {
  const target = realPathOf(join(root, path));
  if (target === undefined) return 'is a symlink that leads nowhere: remove or correct it';
  return isInside(root, target)
    ? undefined
    : `is a symlink out of the project (to ${target}): run this where that file lives`;
}

function linesIn(buffer: Buffer, length: number): number {
  let lines = 1;
  for (let at = buffer.indexOf(10); at !== -1 && at < length; at = buffer.indexOf(10, at + 1)) lines += 1;
  return lines;
}

function megabytes(size: number): string {
  return `${(size / 1024 / 1024).toFixed(1)} MB`;
}
