import type { InspectOptions } from '../inspect/inspect.js';
import { candidateOf, type StagedPlan } from '../inspect/staged-plan.js';
import { findCompiler, type ProjectCompiler } from '../project/compiler.js';
import { readSourceText } from '../project/read-source.js';
import { UsageError } from '../runner/errors.js';
import { type Blame, type Candidate, TypeCheckFailure } from '../runner/type-check/model.js';
import { type TypeCheckOutcome, takeBackFailing } from '../runner/type-check/take-back.js';
import { TypeChecker } from '../runner/type-check/type-checker.js';
import type { Console } from './console.js';
import { describeErrors, type JsonTakenBack, sayTakenBack, takenBackOf } from './say-taken-back.js';
import type { TargetApp } from './target-apps.js';

export interface TypeCheckOptions extends InspectOptions {
  /** True demands the check, however long it takes; undefined runs it where it can be had within a minute. */
  readonly typecheck?: boolean | undefined;
}

/** A staged plan without what did not pass the type check. */
export interface CheckedPlan extends StagedPlan {
  readonly takenBack: readonly JsonTakenBack[];
}

type Blames = ReadonlyMap<string, Blame>;

/** How long a check that nobody asked for may take. */
const SECONDS = 60;

/**
 * Has the project's own TypeScript check what `migrate` would write in one app, and leaves out what does not pass.
 * @throws UsageError when a check that was asked for cannot be had, and when errors are left that no change accounts for.
 */
export async function planChecked(
  app: TargetApp,
  whole: StagedPlan,
  options: TypeCheckOptions,
  console: Console,
): Promise<CheckedPlan> {
  const { project } = app;
  const unchecked = { ...whole, takenBack: [] };
  if (options.typecheck === false || !whole.run.files.some(({ kind }) => kind === 'ready')) return unchecked;
  const compiler = findCompiler(project.root);
  if (compiler.kind === 'none') {
    sayUnfinished(app, compiler.why, 'were not checked', options, console);
    return unchecked;
  }
  const name = `TypeScript ${compiler.version}`;
  console.say(`Checking the types with ${name}; --no-typecheck leaves that out.`);
  const outcome = await check(app, compiler, whole, options);
  const checked = without(whole, outcome.takenBack);
  const textOf = (path: string): string => textAt(project.root, path) ?? '';
  switch (outcome.kind) {
    case 'passed':
      if (outcome.takenBack.size === 0) console.say(`${name} finds no new error.`);
      break;
    case 'unfinished': {
      const what = outcome.takenBack.size > 0 ? 'were not checked to the end' : 'were not checked';
      sayUnfinished(app, outcome.why, what, options, console);
      break;
    }
    case 'stuck':
      throw new UsageError(
        `${name} reports errors that no single change accounts for:\n${describeErrors(app, outcome.errors, checked, textOf)}\nNothing was written. Please report this defect of signal-next; --no-typecheck writes without the check.`,
      );
  }
  const takenBack = takenBackOf([...outcome.takenBack.values()], textOf);
  sayTakenBack(app, takenBack, console);
  return { ...checked, takenBack };
}

function without(whole: StagedPlan, takenBack: Blames): StagedPlan {
  return takenBack.size === 0 ? whole : whole.without(takenBack);
}

async function check(
  { project: { root } }: TargetApp,
  { api, module, configs }: Extract<ProjectCompiler, { kind: 'found' }>,
  whole: StagedPlan,
  { typecheck }: TypeCheckOptions,
): Promise<TypeCheckOutcome> {
  const textOf = (path: string): string | undefined => textAt(root, path);
  const request = { kind: 'open', root, compiler: { kind: api, module }, configs } as const;
  let checker: TypeChecker | undefined;
  try {
    checker = await TypeChecker.start(request, { seconds: typecheck ? undefined : SECONDS, textOf });
    const { diagnose } = checker;
    const plan = (takenBack: Blames): Candidate => candidateOf(without(whole, takenBack));
    return await takeBackFailing({ plan, diagnose, textOf });
  } catch (error) {
    if (!(error instanceof TypeCheckFailure)) throw error;
    return { kind: 'unfinished', why: error.message, takenBack: new Map(), checks: 0 };
  } finally {
    checker?.close();
  }
}

/** @throws UsageError when the check was asked for. */
function sayUnfinished(
  { directory }: TargetApp,
  why: string,
  what: string,
  { typecheck }: TypeCheckOptions,
  console: Console,
): void {
  const where = directory === '.' ? '' : ` of ${directory}`;
  if (typecheck)
    throw new UsageError(
      `The types${where} ${what}: ${why}. Nothing was written. Correct that, or run this without --typecheck.`,
    );
  console.say(`note: the types${where} ${what}: ${why}.`);
}

function textAt(root: string, path: string): string | undefined {
  const source = readSourceText(root, path);
  return source.kind === 'text' ? source.text : undefined;
}
