import { isUtf8 } from 'node:buffer';
import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { noteBytes } from './trace.js';

/** Two megabytes: generated or vendored code, never a module that someone writes events in. */
export const MAX_BYTES = 2 * 1024 * 1024;

export type UnreadableReason =
  | 'missing'
  | 'directory'
  | 'special-file'
  | 'permission'
  | 'too-large'
  | 'not-utf8'
  | 'utf16'
  | 'failed';

export type SourceText = { readonly kind: 'text'; readonly text: string } | Unreadable;

export interface Unreadable {
  readonly kind: 'unreadable';
  readonly reason: UnreadableReason;
  /** What is wrong with the file, without its path. */
  readonly message: string;
  /** What to do about it. */
  readonly next: string;
}

/**
 * Reads `path` (relative to `root`, with `/`) as UTF-8. A BOM stays in the text as U+FEFF, so offsets and a later
 * write agree with the bytes on disk. Never throws.
 */
export function readSourceText(root: string, path: string): SourceText {
  const absolute = resolve(root, path);
  const found = readBytes(absolute, path);
  noteBytes(absolute, Buffer.isBuffer(found) ? found : found.reason);
  return Buffer.isBuffer(found) ? decode(found, path) : found;
}

function readBytes(absolute: string, path: string): Buffer | Unreadable {
  try {
    const status = statSync(absolute);
    if (!status.isFile() && !status.isDirectory()) {
      return unreadable('special-file', 'is not a regular file', `Leave it out with --exclude ${path}.`);
    }
    if (status.size > MAX_BYTES) {
      const size = (status.size / 1024 / 1024).toFixed(1);
      return unreadable(
        'too-large',
        `is too large to read (${size} MB; the limit is 2 MB)`,
        `Leave it out with --exclude ${path}, or add it to .gitignore if it is generated.`,
      );
    }
    return readFileSync(absolute);
  } catch (error) {
    return failureOf(error, path);
  }
}

/**
 * Reads many regular files, each into the same buffer: the quickest way where it does not matter why one cannot be read.
 * Of a file that is too large to be a source, or cannot be read, there is no text.
 */
export function createPassingReader(): (absolute: string) => string | undefined {
  let buffer: Buffer | undefined;
  return (absolute) => {
    buffer ??= Buffer.allocUnsafeSlow(MAX_BYTES + 1);
    try {
      const descriptor = openSync(absolute, 'r');
      try {
        const length = readSync(descriptor, buffer, 0, buffer.length, 0);
        const bytes = buffer.subarray(0, length);
        noteBytes(absolute, length > MAX_BYTES ? 'too-large' : bytes);
        return length > MAX_BYTES ? undefined : bytes.toString();
      } finally {
        closeSync(descriptor);
      }
    } catch (error) {
      noteBytes(absolute, failureOf(error, absolute).reason);
      return undefined;
    }
  };
}

function decode(bytes: Buffer, path: string): SourceText {
  const utf16 = utf16Flavour(bytes);
  if (utf16 !== undefined) {
    return unreadable(
      'utf16',
      `is encoded as ${utf16}, not UTF-8`,
      `Save ${path} as UTF-8 (in an editor, or with iconv -f ${utf16} -t UTF-8), then run this again.`,
    );
  }
  if (isUtf8(bytes)) return { kind: 'text', text: bytes.toString() };
  return unreadable(
    'not-utf8',
    'is not valid UTF-8',
    `Save ${path} as UTF-8, or leave it out with --exclude ${path}.`,
  );
}

/** By its BOM, or by the zero bytes that ASCII text has in every second place. */
function utf16Flavour(bytes: Buffer): 'UTF-16LE' | 'UTF-16BE' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'UTF-16LE';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'UTF-16BE';
  const head = bytes.subarray(0, 1024);
  if (!head.includes(0)) return undefined;
  let even = 0;
  let odd = 0;
  for (const [index, byte] of head.entries()) {
    if (byte !== 0) continue;
    if (index % 2 === 0) even += 1;
    else odd += 1;
  }
  if (odd * 4 > head.length) return 'UTF-16LE';
  if (even * 4 > head.length) return 'UTF-16BE';
  return undefined;
}

function failureOf(error: unknown, path: string): Unreadable {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return unreadable('missing', 'does not exist', `Check the spelling of ${path}.`);
    case 'EISDIR':
      return unreadable('directory', 'is a directory, not a file', `Rename the directory ${path}.`);
    case 'EACCES':
    case 'EPERM':
      return unreadable(
        'permission',
        'cannot be read: permission denied',
        `Give yourself read access (chmod u+r ${path}), or leave it out with --exclude ${path}.`,
      );
    default: {
      const why = error instanceof Error ? error.message : String(error);
      return unreadable('failed', `cannot be read: ${why}`, `Leave it out with --exclude ${path}.`);
    }
  }
}

function unreadable(reason: UnreadableReason, message: string, next: string): Unreadable {
  return { kind: 'unreadable', reason, message, next };
}
