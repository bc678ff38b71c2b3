import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { attempt, createFile, FileError, type FileSystem, isOneOf, isThere } from './files.js';
import { clearFolder, openStateFolder, STATE_FOLDER } from './state-folder.js';

export const LOCK_PATH = `${STATE_FOLDER}/lock`;
const HOLDER = 'holder.json';
/** A process on another machine cannot be asked whether it lives; writing a run takes seconds. */
const FOREIGN_LOCK_MS = 10 * 60 * 1000;

/** The process that writes, and since when. */
export interface LockHolder {
  readonly pid: number;
  readonly host: string;
  /** What tells the process from a later one with the same number; undefined where the system does not say. */
  readonly birth?: string | undefined;
  readonly startedAt: string;
}

/**
 * Runs `work` while no other process writes to the project. The lock is a folder that is renamed into place with the
 * name of its holder in it, so it is never half there; that of a dead process is taken over.
 * @throws FileError naming the process that holds it.
 */
export function withLock<Result>(fs: FileSystem, root: string, now: Date, work: () => Result): Result {
  const state = openStateFolder(fs, root);
  acquire(fs, state, now);
  try {
    attempt(() => sweep(fs, state));
    return work();
  } finally {
    attempt(() => clearFolder(fs, join(state, 'lock')));
  }
}

/** The living process that is writing to the project just now. */
export function lockHolder(fs: FileSystem, root: string, now: Date): LockHolder | undefined {
  const holder = readHolder(fs, join(root, LOCK_PATH));
  return holder && isHeld(holder, now) ? holder : undefined;
}

function acquire(fs: FileSystem, state: string, now: Date): void {
  const lock = join(state, 'lock');
  const own = join(state, `lock.${process.pid}`);
  const holder: LockHolder = {
    pid: process.pid,
    host: hostname(),
    birth: birthOf(process.pid),
    startedAt: now.toISOString(),
  };
  try {
    clearFolder(fs, own);
    fs.mkdirSync(own);
    createFile(fs, join(own, HOLDER), `${JSON.stringify(holder)}\n`);
    while (!moveInto(fs, own, lock)) {
      const other = readHolder(fs, lock);
      if (other && isHeld(other, now)) throw heldBy(other);
      takeAway(fs, lock, `${own}.stale`, other);
    }
  } catch (error) {
    attempt(() => clearFolder(fs, own));
    throw error;
  }
}

/** Whether the rename came about; false when a lock was there. */
function moveInto(fs: FileSystem, own: string, lock: string): boolean {
  try {
    fs.renameSync(own, lock);
    return true;
  } catch (error) {
    if (!isOneOf(error, 'ENOTEMPTY', 'EEXIST', 'ENOTDIR', 'EPERM') || !isThere(fs, lock)) throw error;
    return false;
  }
}

/** Removes the lock of a dead process, unless another process was quicker and the lock is its own by now. */
function takeAway(fs: FileSystem, lock: string, aside: string, dead: LockHolder | undefined): void {
  clearFolder(fs, aside);
  try {
    fs.renameSync(lock, aside);
  } catch (error) {
    if (isOneOf(error, 'ENOENT')) return;
    throw error;
  }
  const moved = readHolder(fs, aside);
  if (moved && JSON.stringify(moved) !== JSON.stringify(dead)) {
    fs.renameSync(aside, lock);
    throw heldBy(moved);
  }
  clearFolder(fs, aside);
}

function heldBy({ pid, host, startedAt }: LockHolder): FileError {
  const where = host === hostname() ? '' : ` on ${host}`;
  return new FileError(
    `is held by another run of signal-next (process ${pid}${where}, since ${startedAt}); wait until it has ended, or delete that folder if there is no such process`,
  );
}

/** Whose lock it is; undefined for what no run of ours can have put there, such as a link to a device that never ends. */
function readHolder(fs: FileSystem, lock: string): LockHolder | undefined {
  try {
    if (!fs.lstatSync(lock).isDirectory() || !fs.lstatSync(join(lock, HOLDER)).isFile()) return undefined;
    const value: unknown = JSON.parse(fs.readFileSync(join(lock, HOLDER), 'utf8'));
    return isHolder(value) ? value : undefined;
  } catch (error) {
    if (error instanceof SyntaxError || isOneOf(error, 'ENOENT', 'ENOTDIR')) return undefined;
    throw error;
  }
}

function isHolder(value: unknown): value is LockHolder {
  return (
    typeof value === 'object' &&
    value !== null &&
    'pid' in value &&
    typeof value.pid === 'number' &&
    'host' in value &&
    typeof value.host === 'string' &&
    'startedAt' in value &&
    typeof value.startedAt === 'string'
  );
}

function isHeld({ pid, host, birth, startedAt }: LockHolder, now: Date): boolean {
  if (host !== hostname()) return now.getTime() - Date.parse(startedAt) < FOREIGN_LOCK_MS;
  // We hold none yet, so a lock under our number is that of a dead process that had it before.
  if (pid === process.pid || !isAlive(pid)) return false;
  const born = birthOf(pid);
  return birth === undefined || born === undefined || born === birth;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return isOneOf(error, 'EPERM');
  }
}

/** When the process began, in ticks since the machine started: field 22 of Linux's `/proc/<pid>/stat`. */
function birthOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the program's name and may hold anything, parentheses too.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  } catch {
    return undefined;
  }
}

/** Removes what processes left behind that were killed while they asked for the lock. */
function sweep(fs: FileSystem, state: string): void {
  for (const name of fs.readdirSync(state)) {
    const pid = Number(/^(?:lock|\.gitignore)\.(\d+)(?:\.stale|\.tmp)?$/.exec(name)?.[1] ?? Number.NaN);
    if (Number.isNaN(pid) || (pid !== process.pid && isAlive(pid))) continue;
    const path = join(state, name);
    clearFolder(fs, path);
  }
}
