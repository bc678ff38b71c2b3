import { join } from 'node:path';
import { uncommittedAmong } from '../project/git.js';
import { writableFolders } from '../project/workspace-packages.js';
import { renderDiff, unifiedDiff } from '../report/diff.js';
import { Cancelled, UsageError } from '../runner/errors.js';
import { changedByLastRun, isFromLastRun } from '../runner/last-run.js';
import type { ReadyFile, StagedRun } from '../runner/stage.js';
import { writeStaged } from '../runner/write.js';
import { counted } from '../source/sentence.js';
import type { Console } from './console.js';
import { placeOf, type TargetApp } from './target-apps.js';

/** What is to be written in one app. */
export interface AppFiles {
  readonly app: TargetApp;
  readonly files: readonly ReadyFile[];
}

/**
 * The files of a run that may be written. A file that failed validation is left alone and named; when the others
 * import from it (`foundation`, or a file that is to be created), none is written.
 */
export function readyFiles(run: StagedRun, foundation: string, console: Console): ReadyFile[] {
  const ready = run.files.filter((file) => file.kind === 'ready');
  const failed = run.files.filter((file) => file.kind === 'failed');
  for (const { path, reason } of failed) {
    console.say(
      `error: ${path} was left alone, because ${reason}. This is a defect of signal-next; please report it.`,
    );
  }
  const isFoundation = ({ path }: { path: string }): boolean =>
    path === foundation || /\/signal-provider\.[jt]sx$/.test(path);
  if (!failed.some(isFoundation)) return ready;
  if (ready.length > 0)
    console.say('Nothing else is written either, because it would import from that file.');
  return [];
}

/** How many files failed validation. */
export function defectsIn(run: StagedRun): number {
  return run.files.filter(({ kind }) => kind === 'failed').length;
}

export function showDiff(files: readonly ReadyFile[], console: Console): void {
  if (files.length === 0) return;
  const { resultTerminal } = console;
  const isForPeople = resultTerminal.wrap || resultTerminal.colour;
  console.result(isForPeople ? renderDiff(files, resultTerminal) : unifiedDiff(files));
}

/** E.g. `edit 2 files and create 1 file`. */
export function describeFiles(files: readonly ReadyFile[]): string {
  const created = files.filter(({ before }) => before === undefined).length;
  const edited = files.length - created;
  return [
    ...(edited > 0 ? [`edit ${counted(edited, 'file')}`] : []),
    ...(created > 0 ? [`create ${counted(created, 'file')}`] : []),
  ].join(' and ');
}

/** One line for each file that is to be written, e.g. `  edit    app/layout.tsx  mount the provider`. */
export function listFiles(files: readonly ReadyFile[]): string {
  return linesOf(files, { created: '  create', edited: '  edit  ', of: (path) => path });
}

function linesOf(
  files: readonly ReadyFile[],
  words: { readonly created: string; readonly edited: string; of(path: string): string },
): string {
  const width = Math.max(...files.map(({ path }) => words.of(path).length));
  return files
    .map(({ path, before, summary }) => {
      const action = before === undefined ? words.created : words.edited;
      return `${action}  ${words.of(path).padEnd(width)}  ${summary}`;
    })
    .join('\n');
}

/**
 * Asks once for all apps.
 * @throws Cancelled when the person says no.
 */
export async function confirm(message: string, yes: boolean, console: Console): Promise<void> {
  const asker = console.asker({ yes });
  if (!(await asker.confirm({ message, default: undefined, flag: '--yes' }))) throw new Cancelled();
}

/**
 * Refuses to start on files that hold somebody's uncommitted work; what an earlier run of ours wrote is nobody's.
 * @throws UsageError naming them.
 */
export function guardUncommitted(all: readonly AppFiles[]): void {
  const dirty = all.flatMap(({ app, files }) =>
    uncommittedWork(app, files).map((path) => placeOf(app, path)),
  );
  if (dirty.length === 0) return;
  const list = dirty.map((path) => `  ${path}`).join('\n');
  throw new UsageError(
    `These files have uncommitted changes and would be edited:\n${list}\nCommit or stash them first, or run again with --force. Nothing was written.`,
  );
}

function uncommittedWork({ project: { root } }: TargetApp, files: readonly ReadyFile[]): string[] {
  const texts = new Map(files.flatMap(({ path, before }) => (before === undefined ? [] : [[path, before]])));
  const state = uncommittedAmong(root, [...texts.keys()]);
  if (state.kind === 'no-git') return [];
  const ours = changedByLastRun(root);
  return state.dirty.filter((path) => !isFromLastRun(ours, path, texts.get(path) ?? ''));
}

/**
 * Refuses what two apps would both change: a package of the workspace is planned for one app at a time.
 * @throws UsageError naming the file and the apps.
 */
export function guardShared(all: readonly AppFiles[]): void {
  const owners = new Map<string, TargetApp>();
  for (const { app, files } of all) {
    for (const { path } of files) {
      const absolute = join(app.project.root, path);
      const other = owners.get(absolute);
      if (other !== undefined) {
        throw new UsageError(
          `${other.directory} and ${app.directory} would both change ${placeOf(app, path)}. Run the command for one app after the other: --app ${other.directory}, then --app ${app.directory}. Nothing was written.`,
        );
      }
      owners.set(absolute, app);
    }
  }
}

/**
 * Writes the files app by app, in each all or none.
 * @throws UsageError naming the file that stood in the way.
 */
export function writeAll(all: readonly AppFiles[], console: Console): void {
  const done: TargetApp[] = [];
  for (const { app, files } of all) {
    if (files.length === 0) continue;
    const before = done.map(({ directory }) => `\n${directory} had been written already.`).join('');
    const result = writeStaged(app.project.root, files, { reach: writableFolders(app.project) });
    switch (result.kind) {
      case 'written':
        console.say(
          linesOf(files, { created: 'created', edited: 'edited ', of: (path) => placeOf(app, path) }),
        );
        done.push(app);
        break;
      case 'refused':
        throw new UsageError(
          `Nothing was written${app.directory === '.' ? '' : ` in ${app.directory}`}:\n${listOf(result.problems)}\nCorrect that and run the command again.${before}`,
        );
      case 'rolled-back': {
        const { problem, unrestored } = result;
        throw new UsageError(
          `${problem.path} ${problem.reason}. ${
            unrestored.length === 0
              ? 'The files written before it were put back.'
              : `These could not be put back:\n${listOf(unrestored)}\nRun \`npx signal-next undo\` to try again.`
          }${before}`,
        );
      }
    }
  }
}

function listOf(problems: readonly { readonly path: string; readonly reason: string }[]): string {
  return problems.map(({ path, reason }) => `  ${path} ${reason}`).join('\n');
}
