import { join } from 'node:path';
import { createFolders, FileError, type FileSystem, isThere, locate, replaceFile } from './files.js';

/** The tool's own folder in a project. It ignores itself in git. */
export const STATE_FOLDER = '.signal-next';
const RUNS_FOLDER = `${STATE_FOLDER}/runs`;
const JOURNAL_VERSION = 1;
const RUNS_KEPT = 10;

export type JournaledFile =
  | {
      readonly kind: 'edit';
      readonly path: string;
      readonly beforeHash: string;
      readonly afterHash: string;
      /** The name of the copy beside the journal. */
      readonly backup: string;
    }
  | { readonly kind: 'create'; readonly path: string; readonly afterHash: string };

/** What one run wrote. Written before the first file, so it is true even of a run that was killed midway. */
export interface Journal {
  readonly version: typeof JOURNAL_VERSION;
  /** A serial number and the time; sorts by age. */
  readonly id: string;
  readonly startedAt: string;
  readonly files: readonly JournaledFile[];
  /** Project-relative folders the run created, outermost first. */
  readonly folders: readonly string[];
}

/** Counts up from the newest run, because a clock may stand still or go back. */
export function newRunId(fs: FileSystem, root: string, now: Date): string {
  const newest = Number.parseInt(runIds(fs, root).at(-1) ?? '0', 10);
  return `${String(newest + 1).padStart(6, '0')}-${now.toISOString().replace(/[-:.]/g, '')}`;
}

/**
 * Stores a journal and its backups (name to content), and forgets the oldest runs.
 * @throws FileError or the file system's own error when the state folder cannot be written.
 */
export function saveJournal(
  fs: FileSystem,
  root: string,
  run: Omit<Journal, 'version'>,
  backups: ReadonlyMap<string, string>,
): void {
  const state = locate(fs, root, STATE_FOLDER).target;
  createFolders(fs, state);
  const ignoreFile = join(state, '.gitignore');
  if (!isThere(fs, ignoreFile)) replaceFile(fs, ignoreFile, '*\n');
  const folder = locate(fs, root, `${RUNS_FOLDER}/${run.id}`).target;
  createFolders(fs, folder);
  for (const [name, content] of backups) replaceFile(fs, join(folder, name), content);
  const journal: Journal = { version: JOURNAL_VERSION, ...run };
  replaceFile(fs, join(folder, 'journal.json'), `${JSON.stringify(journal, null, 2)}\n`);
  for (const id of runIds(fs, root).slice(0, -RUNS_KEPT)) dropJournal(fs, root, id);
}

/** The ids of the journaled runs, oldest first. */
export function runIds(fs: FileSystem, root: string): string[] {
  const { target, exists } = locate(fs, root, RUNS_FOLDER);
  if (!exists) return [];
  return fs
    .readdirSync(target)
    .filter((id) => isThere(fs, join(target, id, 'journal.json')))
    .sort();
}

/** @throws FileError when the journal is damaged or of a version this tool does not know. */
export function loadJournal(fs: FileSystem, root: string, id: string): Journal {
  const { target } = locate(fs, root, `${RUNS_FOLDER}/${id}/journal.json`);
  let value: unknown;
  try {
    value = JSON.parse(fs.readFileSync(target, 'utf8'));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new FileError('is damaged: it is not valid JSON');
  }
  if (!isJournal(value)) throw new FileError('is damaged, or was written by a newer signal-next');
  return value;
}

export function journalPath(id: string): string {
  return `${RUNS_FOLDER}/${id}/journal.json`;
}

export function readBackup(fs: FileSystem, root: string, id: string, name: string): Uint8Array {
  return fs.readFileSync(locate(fs, root, `${RUNS_FOLDER}/${id}/${name}`).target);
}

export function dropJournal(fs: FileSystem, root: string, id: string): void {
  fs.rmSync(locate(fs, root, `${RUNS_FOLDER}/${id}`).target, { recursive: true, force: true });
}

function isJournal(value: unknown): value is Journal {
  return (
    isRecord(value) &&
    value.version === JOURNAL_VERSION &&
    typeof value.id === 'string' &&
    typeof value.startedAt === 'string' &&
    Array.isArray(value.files) &&
    value.files.every(isJournaledFile) &&
    Array.isArray(value.folders) &&
    value.folders.every((folder) => typeof folder === 'string')
  );
}

function isJournaledFile(value: unknown): value is JournaledFile {
  if (!isRecord(value) || typeof value.path !== 'string' || typeof value.afterHash !== 'string') return false;
  if (value.kind === 'create') return true;
  return value.kind === 'edit' && typeof value.beforeHash === 'string' && typeof value.backup === 'string';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
