import { UsageError } from '../runner/errors.js';
import { EXIT_OK, type ExitCode } from '../runner/exit-codes.js';
import { undoLastRun } from '../runner/undo.js';
import type { Console } from './console.js';
import { type TargetOptions, targetApps } from './target-apps.js';

/** `signal-next undo`: takes the last run back, to the byte. */
export async function undo(options: TargetOptions, console: Console): Promise<ExitCode> {
  for (const { project } of await targetApps(options, console)) {
    const result = undoLastRun(project.root);
    switch (result.kind) {
      case 'nothing-to-undo':
        console.say('There is no run to take back.');
        break;
      case 'undone':
        for (const { kind, path } of result.undone) console.say(`${kind.padEnd(8)}  ${path}`);
        console.say(`The run of ${result.startedAt} was taken back.`);
        break;
      case 'refused':
        throw new UsageError(
          `Nothing was taken back:\n${result.problems.map(({ path, reason }) => `  ${path} ${reason}`).join('\n')}\nPut those files back as the run left them, or mend them by hand.`,
        );
      case 'incomplete':
        throw new UsageError(
          `${result.problem.path} ${result.problem.reason}. The other files were restored; mend that and run \`npx signal-next undo\` again.`,
        );
    }
  }
  return EXIT_OK;
}
