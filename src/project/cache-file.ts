import { lstatSync, mkdirSync, readFileSync, renameSync, rmSync, type Stats, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashOf } from '../source/hash.js';

/** Where a folder with `node_modules` keeps what is only there to be quick; seen from that folder. */
export const CACHE_FOLDER = 'node_modules/.cache/signal-next';

/** In bytes; what has so many is not of our making. */
const MOST = 64 * 1024 * 1024;

/** Whether a folder can have a cache: without a `node_modules` of its own it gets none. */
export function canCache(root: string): boolean {
  return isFolder(join(root, 'node_modules'));
}

/**
 * The text that was kept under a name; undefined where there is none, or it is damaged or of another edition.
 * @param edition of the code that made it.
 */
export function readCached(root: string, name: string, edition: string): string | undefined {
  try {
    if (!folders(root).every(isFolder)) return undefined;
    const path = join(root, CACHE_FOLDER, name);
    const status = statusOf(path);
    if (!status?.isFile() || status.size > MOST) return undefined;
    const text = readFileSync(path, 'utf8');
    const end = text.indexOf('\n');
    const body = text.slice(end + 1);
    return text.slice(0, end) === headOf(edition, body) ? body : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a text under a name. That it cannot be written is no trouble. */
export function writeCached(root: string, name: string, edition: string, body: string): void {
  const target = join(root, CACHE_FOLDER, name);
  const temporary = `${target}.${process.pid}.tmp`;
  try {
    for (const folder of folders(root)) {
      if (statusOf(folder) === undefined) mkdirSync(folder);
      if (!isFolder(folder)) return;
    }
    rmSync(temporary, { force: true });
    writeFileSync(temporary, `${headOf(edition, body)}\n${body}`, { flag: 'wx' });
    renameSync(temporary, target);
  } catch {
    remove(temporary);
  }
}

function headOf(edition: string, body: string): string {
  return `signal-next ${edition} ${hashOf(body)}`;
}

/** Those between the root and the cached files, outermost first. */
function folders(root: string): string[] {
  const names = CACHE_FOLDER.split('/');
  return names.map((_, index) => join(root, ...names.slice(0, index + 1)));
}

/** A symlink is none: it may lead out of the project, where nothing is written. */
function isFolder(path: string): boolean {
  return statusOf(path)?.isDirectory() ?? false;
}

function statusOf(path: string): Stats | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

function remove(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // A disk that cannot be written.
  }
}
