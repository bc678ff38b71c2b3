import { createHash } from 'node:crypto';
import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashOf } from '../source/hash.js';
import { byCodeUnit } from '../source/order.js';
import { type ListedFile, listFiles } from './git-list.js';
import { isSourceFile } from './source-files.js';

/** What is in all the files of a folder, as git knows it without a look at most of them. */
export interface Contents {
  /** A hash of every path and what is in it. It is the same in another checkout, whatever the times there. */
  readonly hash: string;
  /** Whether what is in the file is part of the hash; by its path seen from the folder. */
  vouchesFor(path: string): boolean;
  /** Whether the file is one that somebody has committed. */
  isCommitted(path: string): boolean;
}

/** Undefined where git does not say. */
export function contentsOf(folder: string): Contents | undefined {
  const files = listFiles(folder);
  if (!files) return undefined;
  const vouched = new Set<string>();
  const lines: string[] = [];
  // Git lists what is tracked apart from what is not.
  for (const [path, file] of [...files].sort(([a], [b]) => byCodeUnit(a, b))) {
    const content = contentOf(folder, path, file);
    if (content.startsWith(REGULAR)) vouched.add(path);
    lines.push(`${path}\0${content}`);
  }
  return {
    hash: hashOf(lines.join('\n')),
    vouchesFor: (path) => vouched.has(path),
    isCommitted: (path) => files.get(path)?.kind === 'unchanged',
  };
}

/** Both modes of a regular file begin so. */
const REGULAR = '100';

/** Says the same of a file whether or not git was sure of it. */
function contentOf(folder: string, path: string, file: ListedFile): string {
  switch (file.kind) {
    case 'unchanged':
      return `${file.blob} ${file.size}`;
    case 'uncertain':
      return contentOnDisk(join(folder, path));
    case 'untracked':
      return isSourceFile(path) ? contentOnDisk(join(folder, path)) : 'untracked';
  }
}

function contentOnDisk(absolute: string): string {
  try {
    const status = lstatSync(absolute);
    if (!status.isFile()) return status.isSymbolicLink() ? 'symlink' : 'no file';
    const bytes = readFileSync(absolute);
    const id = createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
    return `${REGULAR}${(status.mode & 0o100) === 0 ? '644' : '755'} ${id} ${bytes.length}`;
  } catch (error) {
    return `unreadable ${error instanceof Error && 'code' in error ? error.code : ''}`;
  }
}
