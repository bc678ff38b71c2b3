import { UsageError } from '../runner/errors.js';
import { stoppedRun } from '../runner/last-run.js';
import type { Console } from './console.js';
import { placeOf, type TargetApp } from './target-apps.js';

/** What is to be said of an app whose last run was stopped midway; undefined when there was none. */
function stoppedMidway(app: TargetApp): string | undefined {
  const run = stoppedRun(app.project.root);
  if (run === undefined) return undefined;
  const where = app.directory === '.' ? '' : ` in ${app.directory}`;
  return `An earlier run of signal-next${where} was stopped midway, so some of its files may be written and others not. Take it back with \`npx signal-next undo\`, or delete ${placeOf(app, run)} to keep all files as they are now.`;
}

/**
 * Ends a command that would write on top of half a run; one that only reads says so and goes on.
 * @returns whether there was such a run.
 * @throws UsageError naming what to do.
 */
export function guardStopped(apps: readonly TargetApp[], readOnly: boolean, console: Console): boolean {
  const messages = apps.flatMap((app) => stoppedMidway(app) ?? []);
  for (const message of messages) {
    if (!readOnly) throw new UsageError(`${message} Nothing was written.`);
    console.say(`warning: ${message}`);
  }
  return messages.length > 0;
}
