import { type Dirent, readdirSync, realpathSync, type Stats, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { hashOf } from '../source/hash.js';
import { note } from './trace.js';

/** The file's status, symlinks followed; undefined for what is missing or cannot be looked at. */
export function statOf(path: string): Stats | undefined {
  const status = statusOf(path);
  note(['status', path], () => kindOf(status));
  return status;
}

function statusOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

function kindOf(entry: Stats | Dirent | undefined): string {
  if (entry === undefined) return 'none';
  if (entry.isFile()) return 'file';
  if (entry.isDirectory()) return 'folder';
  return entry.isSymbolicLink() ? 'symlink' : 'special';
}

/** What is in a folder, in no order, symlinks not followed; nothing where it cannot be read. */
export function entriesOf(folder: string): readonly Dirent[] {
  const entries = readEntries(folder);
  note(['entries', folder], () =>
    hashOf(
      entries
        .map((entry) => `${entry.name}\0${kindOf(entry)}`)
        .sort()
        .join('\n'),
    ),
  );
  return entries;
}

function readEntries(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

export function isFile(path: string): boolean {
  return statOf(path)?.isFile() ?? false;
}

export function isDirectory(path: string): boolean {
  return statOf(path)?.isDirectory() ?? false;
}

/** `path` with its symlinks resolved; undefined where it leads nowhere. */
export function realPathOf(path: string): string | undefined {
  const found = realPath(path);
  note(['real-path', path], () => found ?? '');
  return found;
}

function realPath(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}

/** `folder` and each folder above it, nearest first, up to and including `last` (or the file system's root). */
export function* upwardFrom(folder: string, last?: string): Generator<string> {
  let current = resolve(folder);
  for (;;) {
    yield current;
    if (current === last) return;
    const parent = dirname(current);
    if (parent === current) return;
    current = parent;
  }
}

/** The nearest folder at or above `folder` that holds `.git`. */
export function repositoryRoot(folder: string): string | undefined {
  for (const candidate of upwardFrom(folder)) {
    if (statOf(join(candidate, '.git')) !== undefined) return candidate;
  }
  return undefined;
}

/** `path` as seen from `root`, with `/`; starts with `../` when it lies outside. */
export function projectPath(root: string, path: string): string {
  // What is written plainly needs no library, which counts where there are thousands.
  if (sep === '/' && path.startsWith(`${root}/`) && !/\/\.{0,2}(?:\/|$)/.test(path.slice(root.length)))
    return path.slice(root.length + 1);
  const found = relative(root, path);
  return sep === '/' ? found : found.split(sep).join('/');
}

/** Whether the absolute `path` is `folder` or lies below it. */
export function isInside(folder: string, path: string): boolean {
  const found = projectPath(folder, path);
  return found === '' || (!found.startsWith('../') && found !== '..' && !/^([A-Za-z]:)?\//.test(found));
}

/** The folder of the package `name` as installed for `folder`: found upward through `node_modules`, symlinks resolved. */
export function installedFolder(folder: string, name: string): string | undefined {
  for (const candidate of upwardFrom(folder)) {
    const installed = join(candidate, 'node_modules', name);
    if (isDirectory(installed)) return realPathOf(installed);
  }
  return undefined;
}
