import { hashOf } from '../source/hash.js';
import { FileError, type FileSystem, realFileSystem } from './files.js';
import { loadJournal, openRunId, runIds, runPath } from './journal.js';
import { lockHolder } from './lock.js';

/**
 * For each path, the hash of what the last journaled run that wrote it left there. A file that still has that
 * content holds nobody's unsaved work. A damaged journal counts as absent: the guard is then merely stricter.
 */
export function changedByLastRun(root: string, fs: FileSystem = realFileSystem): Map<string, string> {
  const hashes = new Map<string, string>();
  for (const id of unlessDamaged(() => runIds(fs, root)) ?? []) {
    const journal = unlessDamaged(() => loadJournal(fs, root, id));
    for (const file of journal?.files ?? []) hashes.set(file.path, file.afterHash);
  }
  return hashes;
}

/** Whether `content` is exactly what a run of ours wrote to `path`. */
export function isFromLastRun(
  hashes: ReadonlyMap<string, string>,
  path: string,
  content: string | Uint8Array,
): boolean {
  return hashes.get(path) === hashOf(content);
}

/**
 * The folder of the run that was stopped midway (killed, or its roll-back failed too), so that the project is neither
 * as it was before nor as it was to be; undefined without one, or while it is still being written.
 */
export function stoppedRun(root: string, fs: FileSystem = realFileSystem): string | undefined {
  const id = unlessDamaged(() => openRunId(fs, root));
  return id === undefined || lockHolder(fs, root, new Date()) ? undefined : runPath(id);
}

/** A state folder that is no such thing is said by whoever writes. */
function unlessDamaged<Result>(read: () => Result): Result | undefined {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    return undefined;
  }
}
