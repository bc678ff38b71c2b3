import { uncommittedAmong } from '../project/git.js';
import type { Project } from '../project/model.js';
import { renderDiff } from '../report/diff.js';
import { UsageError } from '../runner/errors.js';
import { changedByLastRun, isFromLastRun } from '../runner/last-run.js';
import type { ReadyFile, StagedRun } from '../runner/stage.js';
import { writeStaged } from '../runner/write.js';
import type { Console } from './console.js';

/** The files of a run that passed validation. */
export function readyFiles(run: StagedRun): ReadyFile[] {
  return run.files.filter((file) => file.kind === 'ready');
}

/** Files that failed validation: our defects, each left alone and named. */
export function reportDefects(run: StagedRun, console: Console): number {
  const failed = run.files.filter((file) => file.kind === 'failed');
  for (const { path, reason } of failed) {
    console.say(
      `error: ${path} was left alone, because ${reason}. This is a defect of signal-next; please report it.`,
    );
  }
  return failed.length;
}

export function showDiff(files: readonly ReadyFile[], console: Console): void {
  if (files.length > 0) console.result(renderDiff(files, console.resultTerminal));
}

/**
 * Refuses to start on files that hold somebody's uncommitted work; what an earlier run of ours wrote is nobody's.
 * @throws UsageError naming them.
 */
export function guardUncommitted(project: Project, files: readonly ReadyFile[]): void {
  const edited = files.flatMap(({ path, before }) => (before === undefined ? [] : [{ path, before }]));
  const state = uncommittedAmong(
    project.root,
    edited.map(({ path }) => path),
  );
  if (state.kind === 'no-git') return;
  const ours = changedByLastRun(project.root);
  const dirty = state.dirty.filter((path) => {
    const file = edited.find((one) => one.path === path);
    return !file || !isFromLastRun(ours, path, file.before);
  });
  if (dirty.length === 0) return;
  const list = dirty.map((path) => `  ${path}`).join('\n');
  throw new UsageError(
    `These files have uncommitted changes and would be edited:\n${list}\nCommit or stash them first, or run again with --force. Nothing was written.`,
  );
}

/**
 * Writes the files, all or none.
 * @throws UsageError naming the file that stood in the way.
 */
export function writeFiles(project: Project, files: readonly ReadyFile[], console: Console): void {
  const result = writeStaged(project.root, files, { journal: true });
  switch (result.kind) {
    case 'written':
      for (const { path, before, summary } of files) {
        console.say(`${before === undefined ? 'created' : 'edited '}  ${path}  ${summary}`);
      }
      return;
    case 'refused':
      throw new UsageError(
        `Nothing was written:\n${result.problems.map(({ path, reason }) => `  ${path} ${reason}`).join('\n')}\nMend that and run the command again.`,
      );
    case 'rolled-back': {
      const { problem, unrestored } = result;
      const left = unrestored.map(({ path, reason }) => `  ${path} ${reason}`).join('\n');
      throw new UsageError(
        `${problem.path} ${problem.reason}. ${left === '' ? 'The files written before it were put back.' : `These could not be put back:\n${left}\nRun \`npx signal-next undo\` to try again.`}`,
      );
    }
  }
}
