import {
  completeContext,
  neededCompletions,
  pathsOf,
} from '../../transforms/complete-context/complete-context.js';
import type { FileAnalysis, FunctionRewrite } from '../analysis/model.js';
import { isOfAnotherPackage } from '../analysis/project-files.js';
import type { PlannedChange } from '../runner/plan.js';
import type { FilePlan } from './file-plan.js';
import type { Inspection } from './inspect.js';
import { planIn } from './inspected-file.js';
import { EMPTY_PLAN, mergePlans, type Plan } from './plan.js';
import { DEFAULT_TRACING, planOptions } from './plan-provider.js';

/** The session forwarded in every call, and with it whatever of the Signal module and the provider that needs. */
export function planMigrate(inspection: Inspection): Plan {
  return mergePlans(planSession(inspection), planOptions(inspection, DEFAULT_TRACING));
}

/** The session forwarded in every call, and of the Signal module what that cannot do without. */
export function planSession(inspection: Inspection): Plan {
  const changes: PlannedChange[] = [];
  const { context, completion } = inspection;
  const reads: FilePlan['reads'][number][] = [];
  for (const analysis of inspection.analyses) {
    const plan = planIn(analysis, context);
    const { edits, summary } = plan;
    const { path, text } = analysis.file;
    if (!isOfAnotherPackage(path)) reads.push(...plan.reads);
    if (edits.length === 0) continue;
    const needs = analysis.kept ? [] : needsOf(analysis, inspection);
    changes.push({ kind: 'edit', path, before: text, edits, summary, needs });
  }
  const rewrites = inspection.analyses.flatMap((analysis) => (analysis.kept ? [] : analysis.rewrites));
  changes.push(...contextChanges(inspection, rewrites));
  // Without a reader every call is refused, and the completion says why there is none.
  const isNeeded = context.reader === undefined || needsReader(inspection, reads);
  return mergePlans({ changes, refusals: [] }, isNeeded ? completion : EMPTY_PLAN);
}

/** The other files of the plan without which this one would not be right. */
function needsOf({ file, rewrites }: FileAnalysis, { analyses }: Inspection): string[] {
  const needed = new Set(rewrites.flatMap(({ handsOn }) => handsOn.map(({ helper }) => helper.path)));
  for (const { lacking } of rewrites.flatMap(({ calls }) => calls))
    if (lacking) needed.add(lacking.file.path);
  if (rewrites.some(({ how }) => how.kind === 'receive')) {
    for (const one of analyses) if (one.declarations.length > 0) needed.add(one.file.path);
  }
  for (const path of neededCompletions(rewrites).flatMap(pathsOf)) needed.add(path);
  needed.delete(file.path);
  return [...needed];
}

/** The tRPC contexts that are to hold the request, one change for each file that makes them. */
function contextChanges({ host }: Inspection, rewrites: readonly FunctionRewrite[]): PlannedChange[] {
  const completions = neededCompletions(rewrites);
  return [...new Set(completions.flatMap(pathsOf))].flatMap((path): PlannedChange[] => {
    const file = host.load(path);
    if (!file) return [];
    const edits = completeContext(file, completions);
    return [
      { kind: 'edit', path, before: file.text, edits, summary: 'put the request into the tRPC context' },
    ];
  });
}

/** Whether the app imports something that the Signal module does not export yet. */
function needsReader({ signalModule }: Inspection, reads: FilePlan['reads']): boolean {
  if (reads.length === 0) return false;
  if (signalModule.kind === 'absent') return true;
  const { reader, exportsSessionInfo } = signalModule.facts;
  switch (reader.kind) {
    case 'complete':
      return false;
    case 'none':
      return true;
    case 'narrow':
      return reads.some((one) => {
        if (one === undefined) return !exportsSessionInfo;
        return one === 'any' || !reader.accepts.includes(one);
      });
  }
}
