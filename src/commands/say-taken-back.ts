import type { StagedPlan } from '../inspect/staged-plan.js';
import type { Blame, Diagnostic } from '../runner/type-check/model.js';
import { byCodeUnit } from '../source/order.js';
import { positionAt } from '../source/positions.js';
import { counted } from '../source/sentence.js';
import type { Console } from './console.js';
import { indented } from './say.js';
import { placeOf, type TargetApp } from './target-apps.js';

/** A change that was taken back, in the text as it is before anything is written; lines and columns from 1. */
export interface JsonTakenBack {
  readonly path: string;
  readonly line: number;
  readonly error: {
    readonly path: string;
    readonly line: number;
    readonly column: number;
    readonly code: string;
    readonly message: string;
  };
}

/** What was taken back, each with the error that was the reason. */
export function takenBackOf(blames: readonly Blame[], textOf: (path: string) => string): JsonTakenBack[] {
  return blames
    .map(({ site, diagnostic: { path, code, message }, at }) => ({
      path: site.path,
      line: positionAt(textOf(site.path), site.span.start).line,
      error: { path, ...positionAt(textOf(path), at.start), code: `TS${code}`, message },
    }))
    .sort((a, b) => byCodeUnit(a.path, b.path) || a.line - b.line);
}

/** Names what was taken back. */
export function sayTakenBack(app: TargetApp, takenBack: readonly JsonTakenBack[], console: Console): void {
  if (takenBack.length === 0) return;
  const lines = takenBack.map(({ path, line, error }) => {
    const where = `${placeOf(app, error.path)}:${error.line}:${error.column}`;
    return `  ${placeOf(app, path)}:${line}\n${indented(indented(`${error.code} at ${where}: ${error.message}`))}`;
  });
  const what = `${counted(takenBack.length, 'change')} ${takenBack.length === 1 ? 'was' : 'were'} taken back`;
  console.say(
    `${what}, because types did not hold with ${takenBack.length === 1 ? 'it' : 'them'}:\n${lines.join('\n')}`,
  );
}

/** One line for each error, by its place in the staged texts. */
export function describeErrors(
  app: TargetApp,
  errors: readonly Diagnostic[],
  { run }: StagedPlan,
  textOf: (path: string) => string,
): string {
  const staged = new Map(
    run.files.flatMap((file) => (file.kind === 'ready' ? [[file.path, file.after]] : [])),
  );
  return errors
    .map(({ path, start, code, message }) => {
      const { line, column } = positionAt(staged.get(path) ?? textOf(path), start);
      return indented(`TS${code} at ${placeOf(app, path)}:${line}:${column}: ${message}`);
    })
    .join('\n');
}
