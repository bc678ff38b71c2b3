import type { NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import { spanOf } from '../analysis/expressions.js';
import { functionName } from '../analysis/function-name.js';
import type { FileAnalysis, TakenBackCall } from '../analysis/model.js';
import type { Project } from '../project/model.js';
import type { Blame, Candidate, Site, StagedText } from '../runner/type-check/model.js';
import { type LeftOut, NOTHING_LEFT_OUT } from './hunks.js';
import { type Inspection, type InspectOptions, inspectProject } from './inspect.js';
import type { Plan } from './plan.js';
import { planMigrate, planSession } from './plan-migrate.js';
import { type StagedOutputs, stagePlan } from './stage-plan.js';
import { editedTexts, takenBackAfter } from './taken-back.js';

/** What `migrate` would write, as its commands and the type check look at it. */
export interface StagedPlan {
  readonly inspection: Inspection;
  readonly plan: Plan;
  readonly run: StagedOutputs;
  /** The same without what did not pass the type check, and without all that only that needed. */
  without(blamed: ReadonlyMap<string, Blame>): StagedPlan;
  /** How the project is to be inspected once the files named in `written` are written; what was left out is open then. */
  optionsAfter(written: { has(path: string): boolean }): InspectOptions;
  /** The project with these texts (by path) written; what was left out is open then. */
  inspectionAfter(written: ReadonlyMap<string, string>): Inspection;
}

/**
 * Plans and stages a migration without what is left out, and without all that only that needed.
 * @param before an inspection of the project, of which nothing has changed since.
 */
export function planStaged(
  project: Project,
  options: InspectOptions,
  leftOut: LeftOut = NOTHING_LEFT_OUT,
  before?: Inspection,
): StagedPlan {
  return planWithout(project, options, leftOut, [], before);
}

/** More than a look at the project keeps: each file that is changed is asked for again when its output is validated. */
const MOST_TREES = 256;

function planWithout(
  project: Project,
  options: InspectOptions,
  leftOut: LeftOut,
  blames: readonly Blame[],
  before: Inspection | undefined,
): StagedPlan {
  const takenBack = blames.filter(({ site }) => site.kind === 'call').map(takenBackCall);
  const files = blames.filter(({ site }) => site.kind === 'file');
  const { spared, provider } = leftOut;
  const planAll = provider ? planSession : planMigrate;
  const planOf = (inspection: Inspection): Plan => leaveOutFiles(planAll(inspection), files);
  const inspect = { mostTrees: MOST_TREES, ...options, ...(spared.size > 0 && { spared }), takenBack };
  const inspection = inspectProject(project, inspect, undefined, before);
  const plan = planOf(inspection);
  const run = stagePlan(inspection, plan, inspect, planOf);
  const optionsAfter: StagedPlan['optionsAfter'] = (written) => ({
    ...options,
    takenBack: takenBackAfter(takenBack, plan, written),
  });
  return {
    inspection,
    plan,
    run,
    without: (blamed) => planWithout(project, options, leftOut, [...blamed.values()], inspection),
    optionsAfter,
    inspectionAfter: (written) =>
      // In the second pass of a plan what was left out is spared still.
      (spared.size === 0 ? run.inspectionOf(written) : undefined) ??
      inspectProject(project, optionsAfter(written), written, run.known),
  };
}

function takenBackCall({ site, diagnostic, at }: Blame): TakenBackCall {
  const isElsewhere = diagnostic.path !== site.path || at.start < site.span.start || at.end > site.span.end;
  const places = isElsewhere ? [{ path: diagnostic.path, ...at }] : [];
  return { path: site.path, end: site.span.end, places };
}

/** Leaves whole files to the person. */
function leaveOutFiles({ changes, refusals }: Plan, files: readonly Blame[]): Plan {
  const paths = new Set(files.map(({ site }) => site.path));
  return {
    changes: changes.filter(({ path }) => !paths.has(path)),
    refusals: [
      ...refusals,
      ...files.map(({ site: { path }, diagnostic: { code, message } }) => ({
        path,
        why: `The types did not hold with it: TS${code} ${message}`,
        instead: 'Change it by hand, and correct what TypeScript says of it.',
      })),
    ],
  };
}

/** A staged plan as the type check sees it. */
export function candidateOf({ inspection, plan, run }: StagedPlan): Candidate {
  const edited = editedTexts(plan);
  const files = new Map<string, StagedText>();
  for (const file of run.files) {
    if (file.kind !== 'ready') continue;
    const { path, before = '', after } = file;
    files.set(path, { before, after, edits: edited.get(path)?.edits ?? [{ start: 0, end: 0, text: after }] });
  }
  const calls = inspection.analyses.flatMap((analysis) => callSites(analysis, plan));
  return { files, sites: [...calls, ...fileSites(inspection, plan, calls)] };
}

/** The calls that are changed in one file: Signal calls, calls that hand the session on, and `headers()`. */
function callSites({ file, rewrites, syncHeaders }: FileAnalysis, plan: Plan): Site[] {
  const { path } = file;
  const needs = plan.changes.flatMap((change) =>
    change.kind === 'edit' && change.path === path ? (change.needs ?? []) : [],
  );
  const siteOf = (call: NodePath, fn: NodePath<t.Function> | null): Site => {
    const span = spanOf(call.node);
    const statement = (fn ?? call).getStatementParent();
    return {
      kind: 'call',
      id: `${path}:${span.end}`,
      path,
      span,
      within: [fn, statement].flatMap((one) => (one ? [spanOf(one.node)] : [])),
      name: fn ? functionName(fn) : undefined,
      group: `${path}:${fn ? spanOf(fn.node).start : span.start}`,
      needs,
    };
  };
  return [
    ...rewrites.flatMap(({ fn, calls, handsOn }) =>
      [...calls, ...handsOn].map(({ call }) => siteOf(call, fn)),
    ),
    ...syncHeaders.flatMap(({ call, fixable }) => (fixable ? [siteOf(call, call.getFunctionParent())] : [])),
  ];
}

/** The files that are changed, but for no call: those of providers. */
function fileSites({ signalModule }: Inspection, { changes }: Plan, calls: readonly Site[]): Site[] {
  const needed = new Set([
    signalModule.path,
    ...calls.map(({ path }) => path),
    ...calls.flatMap(({ needs }) => needs),
  ]);
  return changes.flatMap((change) => {
    if (change.kind !== 'edit' || needed.has(change.path)) return [];
    const { path, before } = change;
    const span = { start: 0, end: before.length };
    return [
      { kind: 'file', id: path, path, span, within: [], name: undefined, group: path, needs: [] } as const,
    ];
  });
}
