import type { AffectedTest } from '../inspect/affected-tests.js';
import type { Inspection } from '../inspect/inspect.js';
import type { PlanRefusal } from '../inspect/plan.js';
import { sentence } from '../source/sentence.js';
import type { Console } from './console.js';
import { placeOf, type TargetApp } from './target-apps.js';

/** Names the app when there are several. */
export function sayApp(
  { directory }: { readonly directory: string },
  apps: readonly unknown[],
  console: Console,
): void {
  if (apps.length > 1) console.say(`\n${directory}`);
}

/** Whether `sayProblems` has anything to say. */
export function hasProblems({ problems, defects, skipped, chosen, untaken }: Inspection): boolean {
  return chosen === 0 || problems.length + defects.length + skipped.length + untaken.length > 0;
}

/**
 * Names the files that were passed over, and those that could not be read or parsed; returns how many of the latter.
 * @param takesExclude whether the command has `--exclude`.
 */
export function sayProblems(
  { problems, defects, skipped, host, chosen, note, untaken }: Inspection,
  { app, takesExclude }: { readonly app: TargetApp; readonly takesExclude: boolean },
  console: Console,
): number {
  const place = (path: string): string => placeOf(app, path);
  const leaveOut = takesExclude ? '--exclude' : '"exclude" in the configuration';
  if (chosen === 0) console.say('note: no source file of this app matches --only and --exclude.');
  if (note !== undefined) console.say(`note: ${note}`);
  for (const { module, exportName } of untaken)
    console.say(
      `warning: ${module}#${exportName}, which --client or "clients" names, led to no Signal call. It has to be written as an import would name it, with an export that is a client, or a function that gives one; what cannot be followed from there, make a client of its own module: export const signal = …`,
    );
  for (const { path, why } of skipped) console.say(`note: ${place(path)} was passed over: it ${why}.`);
  for (const { path, message, line, column } of problems) {
    console.say(
      host.text(path) === undefined
        ? `error: ${place(path)} could not be read. ${message}`
        : `error: ${place(path)}:${line}:${column + 1} could not be parsed: ${sentence(message)} Correct the syntax, or leave the file out with ${leaveOut}.`,
    );
  }
  for (const { path, message } of defects)
    console.say(
      `error: ${place(path)} could not be analysed (${message}). This is a defect of signal-next; please report it.`,
    );
  return problems.length + defects.length;
}

/** Names what a plan leaves to the person. */
export function sayLeftAlone(refusals: readonly PlanRefusal[], app: TargetApp, console: Console): void {
  for (const { path, why, instead } of refusals)
    console.say(`left alone: ${placeOf(app, path)}: ${why}\n${indented(instead)}`);
}

/** Names the tests that may expect the arguments which functions were given before. */
export function sayAffectedTests(tests: readonly AffectedTest[], app: TargetApp, console: Console): void {
  if (tests.length === 0) return;
  const list = tests.map(({ path, functions }) => `${placeOf(app, path)}  (${functions.join(', ')})`);
  console.say(
    `note: functions that these tests import take the session now; what they expect of the arguments may have to follow:\n${indented(list.join('\n'))}`,
  );
}

/** A text with every line moved in by two columns. */
export function indented(text: string): string {
  return text
    .split('\n')
    .map((line) => `  ${line}`)
    .join('\n');
}
