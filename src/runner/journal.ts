import { join } from 'node:path';
import {
  attempt,
  createFile,
  createFolders,
  FileError,
  type FileSystem,
  isThere,
  type Ownership,
  removeFile,
  replaceFile,
  syncFolder,
} from './files.js';
import { clearFolder, openStateFolder, STATE_FOLDER, statePath } from './state-folder.js';

const RUNS = 'runs';
const JOURNAL_VERSION = 2;
const RUNS_KEPT = 10;

/** The journal's name while the run is being written or taken back. */
const OPEN = 'open.json';
/** Its name once everything stands as the run left it; one rename makes the one from the other. */
const COMMITTED = 'journal.json';

/** A serial number and the time, see `newRunId`. */
const RUN_ID = /^\d{6,}-\d{8}T\d{9}Z$/;

/** The file beside a target in which its new text waits; a project-relative path. */
const TEMPORARY = /(?:^|\/)\.signal-next-[0-9a-z]+-\d+\.tmp$/;

export type JournaledFile =
  | {
      readonly kind: 'edit';
      readonly path: string;
      readonly beforeHash: string;
      readonly afterHash: string;
      /** The name of the copy beside the journal. It has the mode and the owner of the original. */
      readonly backup: string;
      readonly temporary: string;
    }
  | {
      readonly kind: 'create';
      readonly path: string;
      readonly afterHash: string;
      readonly temporary: string;
    };

/** What one run writes. It is on the disk before the first file is touched, so it is true of a run that was killed, too. */
export interface Journal {
  readonly version: typeof JOURNAL_VERSION;
  /** A serial number and the time; sorts by age. */
  readonly id: string;
  readonly startedAt: string;
  readonly files: readonly JournaledFile[];
  /** Project-relative folders the run creates, outermost first. */
  readonly folders: readonly string[];
}

export interface Backup {
  readonly name: string;
  readonly content: string;
  readonly owner: Ownership;
}

/** Counts up from the newest run, because a clock may stand still or go back. */
export function newRunId(fs: FileSystem, root: string, now: Date): string {
  const newest = Number.parseInt(runIds(fs, root).at(-1) ?? '0', 10);
  return `${String(newest + 1).padStart(6, '0')}-${now.toISOString().replace(/[-:.]/g, '')}`;
}

/** The file name for the text of the run's `index`-th file until it is renamed. */
export function temporaryName(id: string, index: number): string {
  return `.signal-next-${id.replace(/[^0-9a-z]/gi, '').toLowerCase()}-${index}.tmp`;
}

/**
 * Stores a journal and its backups, and marks the run as under way.
 * @throws FileError or the file system's own error when the state folder cannot be written; nothing is left then.
 */
export function openRun(
  fs: FileSystem,
  root: string,
  run: Omit<Journal, 'version'>,
  backups: readonly Backup[],
): Journal {
  openStateFolder(fs, root);
  const journal: Journal = { version: JOURNAL_VERSION, ...run };
  try {
    const folder = folderOf(fs, root, run.id);
    createFolders(fs, folder);
    for (const { name, content, owner } of backups) createFile(fs, join(folder, name), content, owner);
    replaceFile(fs, join(folder, OPEN), `${JSON.stringify(journal, null, 2)}\n`);
    return journal;
  } catch (error) {
    attempt(() => dropRun(fs, root, run.id));
    throw error;
  }
}

/** Marks the run as done: everything stands as it left it. */
export function commitRun(fs: FileSystem, root: string, id: string): void {
  const folder = folderOf(fs, root, id);
  fs.renameSync(join(folder, OPEN), join(folder, COMMITTED));
  syncFolder(fs, folder);
}

/** Marks the run as under way again, because it is going to be taken back. */
export function reopenRun(fs: FileSystem, root: string, id: string): void {
  const folder = folderOf(fs, root, id);
  if (!isThere(fs, join(folder, COMMITTED))) return;
  fs.renameSync(join(folder, COMMITTED), join(folder, OPEN));
  syncFolder(fs, folder);
}

/** The ids of the journaled runs, oldest first. */
export function runIds(fs: FileSystem, root: string): string[] {
  const runs = statePath(fs, root, RUNS);
  if (!isThere(fs, runs) || !fs.lstatSync(runs).isDirectory()) return [];
  return fs
    .readdirSync(runs)
    .filter((id) => RUN_ID.test(id) && fs.lstatSync(join(runs, id)).isDirectory())
    .filter((id) => isThere(fs, join(runs, id, COMMITTED)) || isThere(fs, join(runs, id, OPEN)))
    .sort();
}

/** The newest run that was neither completed nor taken back. */
export function openRunId(fs: FileSystem, root: string): string | undefined {
  return runIds(fs, root).findLast((id) => isOpen(fs, root, id));
}

export function isOpen(fs: FileSystem, root: string, id: string): boolean {
  return isThere(fs, join(folderOf(fs, root, id), OPEN));
}

/** @throws FileError when the journal is damaged or of a version this tool does not know. */
export function loadJournal(fs: FileSystem, root: string, id: string): Journal {
  const target = statePath(fs, root, RUNS, id, isOpen(fs, root, id) ? OPEN : COMMITTED);
  if (!fs.lstatSync(target).isFile()) throw new FileError('is damaged: it is no file');
  let value: unknown;
  try {
    value = JSON.parse(fs.readFileSync(target, 'utf8'));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new FileError('is damaged: it is not valid JSON');
  }
  if (!isJournal(value)) throw new FileError('is damaged, or was written by another version of signal-next');
  return value;
}

export function journalPath(fs: FileSystem, root: string, id: string): string {
  return `${runPath(id)}/${isOpen(fs, root, id) ? OPEN : COMMITTED}`;
}

/** The project-relative folder of a run. */
export function runPath(id: string): string {
  return `${STATE_FOLDER}/${RUNS}/${id}`;
}

/** The absolute path of a backup. */
export function backupPath(fs: FileSystem, root: string, id: string, name: string): string {
  return statePath(fs, root, RUNS, id, name);
}

/** Forgets a run. The journal goes first: what is left of its folder without one is rubbish. */
export function dropRun(fs: FileSystem, root: string, id: string): void {
  const folder = folderOf(fs, root, id);
  removeFile(fs, join(folder, OPEN));
  removeFile(fs, join(folder, COMMITTED));
  attempt(() => clearFolder(fs, folder));
}

/** Forgets all but the last runs, and removes what killed runs left behind in the state folder. */
export function tidyRuns(fs: FileSystem, root: string): void {
  const runs = statePath(fs, root, RUNS);
  if (!isThere(fs, runs)) return;
  const ids = runIds(fs, root);
  for (const id of ids.slice(0, -RUNS_KEPT)) dropRun(fs, root, id);
  for (const name of fs.readdirSync(runs)) if (!ids.includes(name)) clearFolder(fs, join(runs, name));
}

function folderOf(fs: FileSystem, root: string, id: string): string {
  return statePath(fs, root, RUNS, id);
}

function isJournal(value: unknown): value is Journal {
  return (
    isRecord(value) &&
    value.version === JOURNAL_VERSION &&
    typeof value.id === 'string' &&
    isTime(value.startedAt) &&
    Array.isArray(value.files) &&
    value.files.every(isJournaledFile) &&
    new Set(value.files.map(({ path }) => path)).size === value.files.length &&
    Array.isArray(value.folders) &&
    value.folders.every((folder) => typeof folder === 'string')
  );
}

function isJournaledFile(value: unknown): value is JournaledFile {
  if (!isRecord(value) || typeof value.path !== 'string' || typeof value.afterHash !== 'string') return false;
  if (typeof value.temporary !== 'string' || !TEMPORARY.test(value.temporary)) return false;
  if (value.kind === 'create') return true;
  return value.kind === 'edit' && typeof value.beforeHash === 'string' && isBackupName(value.backup);
}

function isBackupName(value: unknown): boolean {
  return typeof value === 'string' && /^\d+\.before$/.test(value);
}

function isTime(value: unknown): boolean {
  return typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
