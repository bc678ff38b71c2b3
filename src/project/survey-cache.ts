import { createHash } from 'node:crypto';
import { lstatSync, mkdirSync, readFileSync, renameSync, rmSync, type Stats, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FileScan } from './file-scan.js';
import type { Blob } from './git-list.js';

/** What was seen in the content of files, kept from one run to the next. */
export interface SurveyCache {
  /** What a scan of a file with these bytes gives. */
  get(blob: Blob): FileScan | undefined;
  /** @param blob whose bytes the scan was made of, which nobody checks again. */
  add(blob: Blob, scan: FileScan): void;
  /** Keeps what was asked for or added in this run. That it cannot be written is no trouble. */
  save(): void;
}

/** Seen from the project's folder. */
export const SURVEY_CACHE = 'node_modules/.cache/signal-next/survey';

interface Entry {
  readonly size: number;
  readonly scan: FileScan;
}

/**
 * Opens the cache of a project, empty where it is missing, damaged, or of another edition. Undefined where the project
 * has no folder `node_modules` of its own.
 * @param edition of what is looked for in the files.
 */
export function openSurveyCache(root: string, edition: string): SurveyCache | undefined {
  if (!isFolder(join(root, 'node_modules'))) return undefined;
  const before = read(root, edition);
  const now = new Map<string, Entry>();
  let added = 0;
  return {
    get(blob) {
      const entry = before.get(blob.id);
      if (entry?.size !== blob.size) return undefined;
      now.set(blob.id, entry);
      return entry.scan;
    },
    add({ id, size }, scan) {
      now.set(id, { size, scan });
      added += 1;
    },
    save() {
      // A hook that runs for a few changed files would write all of it each time.
      if (added * WORTH_WRITING > now.size) write(root, edition, now);
    },
  };
}

/** One in so many entries must be new. */
const WORTH_WRITING = 200;
/** In bytes; what has so many is not of our making. */
const MOST = 256 * 1024 * 1024;

/** A line that says what the rest is, then the scans as JSON, each with the blobs that it is the scan of. */
type Stored = readonly (readonly [scan: FileScan, blobs: string])[];

function headOf(edition: string, body: string): string {
  return `signal-next survey ${edition} ${createHash('sha1').update(body).digest('hex')}`;
}

function read(root: string, edition: string): ReadonlyMap<string, Entry> {
  const entries = new Map<string, Entry>();
  try {
    if (!folders(root).every(isFolder)) return entries;
    const path = join(root, SURVEY_CACHE);
    const status = statusOf(path);
    if (!status?.isFile() || status.size > MOST) return entries;
    const text = readFileSync(path, 'latin1');
    const end = text.indexOf('\n');
    const body = text.slice(end + 1);
    if (text.slice(0, end) !== headOf(edition, body)) return entries;
    for (const [scan, blobs] of JSON.parse(body) as Stored) {
      const words = blobs.split(' ');
      for (let at = 0; at + 1 < words.length; at += 2)
        entries.set(words[at] ?? '', { size: Number(words[at + 1]), scan });
    }
  } catch {
    entries.clear();
  }
  return entries;
}

function write(root: string, edition: string, entries: ReadonlyMap<string, Entry>): void {
  const blobsByScan = new Map<string, string[]>();
  for (const [id, { size, scan }] of entries) {
    const key = JSON.stringify(scan);
    const blobs = blobsByScan.get(key) ?? [];
    blobsByScan.set(key, blobs);
    blobs.push(`${id} ${size}`);
  }
  const parts = [...blobsByScan].map(([scan, blobs]) => `[${scan},"${blobs.join(' ')}"]`);
  const body = `[${parts.join(',\n')}]\n`;
  const target = join(root, SURVEY_CACHE);
  const temporary = `${target}.${process.pid}.tmp`;
  try {
    for (const folder of folders(root)) {
      if (statusOf(folder) === undefined) mkdirSync(folder);
      if (!isFolder(folder)) return;
    }
    rmSync(temporary, { force: true });
    writeFileSync(temporary, `${headOf(edition, body)}\n${body}`, { flag: 'wx', encoding: 'latin1' });
    renameSync(temporary, target);
  } catch {
    remove(temporary);
  }
}

/** Those between the project and the cache, outermost first. */
function folders(root: string): string[] {
  const names = SURVEY_CACHE.split('/').slice(0, -1);
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
