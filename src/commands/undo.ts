import { writableFolders } from '../project/workspace-packages.js';
import { UsageError } from '../runner/errors.js';
import { EXIT_OK, type ExitCode } from '../runner/exit-codes.js';
import { realFileSystem } from '../runner/files.js';
import { undoLastRun } from '../runner/undo.js';
import type { Console } from './console.js';
import { sayApp } from './say.js';
import { placeOf, type TargetApp, type TargetOptions, targetApps } from './target-apps.js';

/** `signal-next undo`: takes the last run back, to the byte. */
export async function undo(options: TargetOptions, console: Console): Promise<ExitCode> {
  const apps = await targetApps(options, console);
  for (const app of apps) {
    sayApp(app, apps, console);
    undoIn(app, console);
  }
  return EXIT_OK;
}

function undoIn(app: TargetApp, console: Console): void {
  const result = undoLastRun(app.project.root, realFileSystem, writableFolders(app.project));
  const listOf = (problems: readonly { readonly path: string; readonly reason: string }[]): string =>
    problems.map(({ path, reason }) => `  ${placeOf(app, path)} ${reason}`).join('\n');
  switch (result.kind) {
    case 'nothing-to-undo':
      console.say('There is no run to take back.');
      return;
    case 'undone': {
      for (const { kind, path } of result.undone) console.say(`${kind.padEnd(8)}  ${placeOf(app, path)}`);
      const run = result.stopped ? 'run that was stopped midway' : 'run';
      console.say(`The ${run} of ${result.startedAt} was taken back.`);
      return;
    }
    case 'refused':
      throw new UsageError(
        `Nothing was taken back:\n${listOf(result.problems)}\nPut those files back as the run left them, or undo its changes by hand.${
          result.stopped === undefined
            ? ''
            : ` To keep all files as they are now, delete ${placeOf(app, result.stopped)}.`
        }`,
      );
    case 'incomplete':
      throw new UsageError(
        `Not everything was taken back:\n${listOf(result.problems)}\nThe other files were restored. Correct that and run \`npx signal-next undo\` again.`,
      );
  }
}
