import { closeSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { isTraced } from './trace.js';

/** In bytes: `DIRC`, a version, and the number of entries. */
const HEADER_SIZE = 12;

/**
 * How many entries git's index has, by its header alone. Undefined in a traced run, which could not ask again, and for a
 * worktree or a submodule, whose index lies elsewhere.
 * @param top the folder with `.git` in it
 */
export function entriesOfIndex(top: string): number | undefined {
  if (isTraced()) return undefined;
  const header = Buffer.alloc(HEADER_SIZE);
  try {
    const descriptor = openSync(join(top, '.git', 'index'), 'r');
    try {
      const length = readSync(descriptor, header, 0, HEADER_SIZE, 0);
      const isIndex = length === HEADER_SIZE && header.toString('latin1', 0, 4) === 'DIRC';
      return isIndex ? header.readUInt32BE(8) : undefined;
    } finally {
      closeSync(descriptor);
    }
  } catch {
    return undefined;
  }
}
