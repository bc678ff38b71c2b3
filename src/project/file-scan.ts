import { closeSync, constants, lstatSync, openSync, readSync } from 'node:fs';
import { createByteScanner } from './byte-scan.js';
import { MAX_BYTES } from './read-source.js';
import { forgoTrace, isTraced, noteBytes } from './trace.js';

/** What is looked for in the bytes of every source file. */
export interface Marking {
  /** At most seven groups of ASCII needles, of which a file must hold one to be marked. */
  readonly needles: readonly (readonly string[])[];
  /**
   * The marks (one bit each) of a text that holds needles; 0 for none.
   * @param text decoded as Latin-1: what is not ASCII stands for itself byte by byte.
   * @param found the groups of which a needle is in it, one bit each.
   */
  marksOf(text: string, found: number): number;
}

/** What one look at the bytes of a file tells. */
export type FileScan =
  | {
      readonly kind: 'read';
      readonly marks: number;
      /** How many hashes of names it may import by were found (`FileScanner.hashes`); −1 where they are not known. */
      readonly names: number;
    }
  /** Only where it is marked: a large file that concerns nobody is no trouble. */
  | { readonly kind: 'too-large'; readonly size: number }
  /** Only where it is marked, too. Syntax trees of bundles are what memory would be spent on. */
  | { readonly kind: 'minified'; readonly size: number; readonly lines: number }
  | { readonly kind: 'symlink' }
  /** Deleted since it was listed, outside of a sparse checkout, or no file. */
  | { readonly kind: 'gone' };

const ALL_MARKS = -1;
/** In bytes. A file of that size is a bundle if its lines are that long on average and one byte in so many opens a call. */
const BUNDLE = { size: 100_000, line: 1000, call: 200 };
/** So much of one piece of a large file is looked at again with the next. */
const OVERLAP = 1024;

/** A byte of so much or more begins a BOM of UTF-16, and nothing else. */
const BOM = 0xfe;

const UNREAD: FileScan = { kind: 'read', marks: ALL_MARKS, names: -1 };
const GONE: FileScan = { kind: 'gone' };
const SYMLINK: FileScan = { kind: 'symlink' };

// Of Windows, which has neither.
const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants;
const FLAGS = O_RDONLY | O_NOFOLLOW | O_NONBLOCK;

/** Reads files one by one. */
export interface FileScanner {
  /** @param opened another path by which the file is opened, where that is shorter. */
  scan(absolute: string, opened?: string): FileScan;
  /** Those of the file that was scanned last. */
  readonly hashes: Uint32Array;
}

/** Reads each file into the same buffer, and keeps nothing of it but what the marking says, and the hashes of names. */
export function createFileScanner({ needles, marksOf }: Marking): FileScanner {
  const scanner = createByteScanner(needles, MAX_BYTES + 1);
  const { buffer } = scanner;

  const marksIn = (length: number): number => {
    const found = scanner.scan(length);
    return found === 0 ? 0 : marksOf(buffer.toString('latin1', 0, length), found);
  };

  const readAll = (descriptor: number, absolute: string): FileScan => {
    let length = readSync(descriptor, buffer, 0, buffer.length, null);
    if (length <= MAX_BYTES) {
      if (isTraced()) noteBytes(absolute, buffer.subarray(0, length));
      if (isUtf16(buffer, length)) return UNREAD;
      const marks = marksIn(length);
      const names = scanner.count();
      if (marks === 0 || length < BUNDLE.size) return { kind: 'read', marks, names };
      const lines = countOf('\n', buffer, length) + 1;
      // One long line may as well be data among code that somebody writes.
      const isBundle = length > lines * BUNDLE.line && countOf('(', buffer, length) > length / BUNDLE.call;
      return isBundle ? { kind: 'minified', size: length, lines } : { kind: 'read', marks, names };
    }
    forgoTrace();
    let marks = marksIn(length);
    let size = length;
    for (;;) {
      buffer.copyWithin(0, length - OVERLAP, length);
      const more = readSync(descriptor, buffer, OVERLAP, buffer.length - OVERLAP, null);
      if (more === 0) return marks === 0 ? { kind: 'read', marks, names: -1 } : { kind: 'too-large', size };
      length = OVERLAP + more;
      size += more;
      marks |= marksIn(length);
    }
  };

  const scan = (absolute: string, opened = absolute): FileScan => {
    let descriptor: number;
    try {
      if (O_NOFOLLOW === 0 && lstatSync(absolute).isSymbolicLink()) return SYMLINK;
      descriptor = openSync(opened, FLAGS);
    } catch (error) {
      return afterFailure(error, absolute);
    }
    try {
      return readAll(descriptor, absolute);
    } catch (error) {
      return afterFailure(error, absolute);
    } finally {
      closeSync(descriptor);
    }
  };
  return { scan, hashes: scanner.hashes };
}

function afterFailure(error: unknown, absolute: string): FileScan {
  switch (error instanceof Error && 'code' in error ? error.code : undefined) {
    case 'ELOOP':
    case 'EMLINK':
      return SYMLINK;
    case 'ENOENT':
    case 'ENOTDIR':
      noteBytes(absolute, 'missing');
      return GONE;
    case 'EISDIR':
      noteBytes(absolute, 'directory');
      return GONE;
    default:
      forgoTrace();
      // Whoever asks for the text is told what is wrong with it.
      return UNREAD;
  }
}

/** Without a BOM it has a zero beside its first letter. Of other encodings the needles are found all the same. */
function isUtf16(bytes: Buffer, length: number): boolean {
  const first = bytes[0] ?? 0;
  return length > 1 && (first === 0 || first >= BOM || bytes[1] === 0);
}

function countOf(character: string, buffer: Buffer, length: number): number {
  const byte = character.charCodeAt(0);
  let count = 0;
  for (let at = buffer.indexOf(byte); at !== -1 && at < length; at = buffer.indexOf(byte, at + 1)) count += 1;
  return count;
}
