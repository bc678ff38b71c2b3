import { basename, resolve } from 'node:path';
import { CACHE_FOLDER, canCache, readCached, writeCached } from '../project/cache-file.js';
import { type Contents, contentsOf } from '../project/contents.js';
import { realPathOf, repositoryRoot } from '../project/files.js';
import { stillHolds } from '../project/retrace.js';
import { forgoTrace, type Trace, traced, type Vouched } from '../project/trace.js';
import type { AppReport, Report, ReportedFinding } from '../report/model.js';
import { hashOf } from '../source/hash.js';
import { version } from '../version.js';
import type { Console } from './console.js';

/** What a run of `check` came to: all that depends on what is on disk. */
export interface CheckRun {
  readonly report: Report;
  /** What was said on the way. */
  readonly said: readonly string[];
}

/** The result of the last run of a kind, for as long as nothing that it rests on has changed. */
export interface CheckCache {
  /** The last run, if another one would come to the same. */
  find(): Promise<CheckRun | undefined>;
  /** Runs `work`, and keeps what it comes to if that can be told from what is on disk. */
  keep<T extends { readonly report: Report; readonly isWhole: boolean }>(
    work: (console: Console) => Promise<T>,
    console: Console,
  ): Promise<T>;
}

interface Stored {
  readonly contents: string;
  readonly trace: Trace;
  readonly report: Omit<Report, 'apps'> & {
    readonly apps: readonly (Omit<AppReport, 'sources' | 'findings'> & {
      readonly sources: readonly (readonly [path: string, text: string])[];
      readonly findings: readonly (Omit<ReportedFinding, 'identity'> & { readonly identity: string })[];
    })[];
  };
  readonly said: readonly string[];
}

/** Names the code that checks: the name of a built file has a hash of what is in it, and of what that imports. */
const EDITION = `${version()} ${basename(import.meta.url)}`;

/**
 * Opens the cache for runs in a folder that wish for the same. Undefined where the folder has no `node_modules`, or git
 * cannot say what is in its files.
 * @param wishes everything but the disk that the report depends on.
 */
export function openCheckCache(cwd: string | undefined, wishes: object): CheckCache | undefined {
  const asked = resolve(cwd ?? '.');
  const folder = realPathOf(asked);
  if (folder === undefined || !canCache(folder)) return undefined;
  const contents = contentsOf(folder);
  const name = `check-${hashOf(JSON.stringify([asked, folder, wishes])).slice(0, 12)}`;
  // Of a cache that came with the repository nobody knows who made it.
  if (!contents || contents.isCommitted(`${CACHE_FOLDER}/${name}`)) return undefined;
  return {
    async find() {
      const body = readCached(folder, name, EDITION);
      const stored = body === undefined ? undefined : (JSON.parse(body) as Stored);
      if (stored?.contents !== contents.hash || !(await stillHolds(stored.trace))) return undefined;
      return runOf(stored);
    },
    async keep(work, console) {
      const said: string[] = [];
      const listening: Console = {
        ...console,
        say(text) {
          said.push(text);
          console.say(text);
        },
        asker(options) {
          // Another time the person may answer otherwise.
          forgoTrace();
          return console.asker(options);
        },
      };
      const { result, trace } = await traced(vouchedBy(contents, folder), () => work(listening));
      // What was saved while it was looked at may have been seen in either version.
      if (trace && result.isWhole && contentsOf(folder)?.hash === contents.hash)
        writeCached(folder, name, EDITION, JSON.stringify(storedOf(result.report, said, contents, trace)));
      return result;
    },
  };
}

function vouchedBy(contents: Contents, folder: string): Vouched {
  const isBelow = (path: string): boolean => path.startsWith(`${folder}/`);
  const repository = repositoryRoot(folder);
  return {
    file: (path) => isBelow(path) && contents.vouchesFor(path.slice(folder.length + 1)),
    listing: (path) => (path === folder || isBelow(path)) && repositoryRoot(path) === repository,
  };
}

function storedOf(report: Report, said: readonly string[], { hash }: Contents, trace: Trace): Stored {
  const apps = report.apps.map((app) => ({
    ...app,
    sources: [...app.sources],
    findings: app.findings.map((finding) => ({ ...finding, identity: finding.identity() })),
  }));
  return { contents: hash, trace, report: { ...report, apps }, said };
}

function runOf({ report, said }: Stored): CheckRun {
  const apps = report.apps.map((app) => ({
    ...app,
    sources: new Map(app.sources),
    findings: app.findings.map(({ identity, ...finding }) => ({ ...finding, identity: () => identity })),
  }));
  return { report: { ...report, apps }, said };
}
