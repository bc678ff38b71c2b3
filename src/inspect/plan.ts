import { isOfAnotherPackage } from '../analysis/project-files.js';
import type { PlannedChange } from '../runner/plan.js';
import { once } from '../source/once.js';
import type { SourceFile } from '../source/parse.js';
import type { RewriteOutcome } from '../source/rewrite.js';

/** What a command would write, and what it will not. */
export interface Plan {
  readonly changes: readonly PlannedChange[];
  readonly refusals: readonly PlanRefusal[];
}

/** A file that is left to the person: what stands in the way and what to do instead. */
export interface PlanRefusal {
  readonly path: string;
  readonly why: string;
  readonly instead: string;
}

export const EMPTY_PLAN: Plan = { changes: [], refusals: [] };

export function mergePlans(...plans: readonly Plan[]): Plan {
  return {
    changes: plans.flatMap(({ changes }) => changes),
    refusals: plans.flatMap(({ refusals }) => refusals),
  };
}

/** The plan for one file, from what a transform made of it. */
export function planOf(file: SourceFile, outcome: RewriteOutcome, summary: string): Plan {
  const { path, text } = file;
  if (outcome.kind === 'edits' && isOfAnotherPackage(path)) {
    const why = 'It belongs to another package of the workspace, and nothing outside the app is written.';
    return refusalOf({ path, why, instead: `Change it by hand: ${summary}.` });
  }
  switch (outcome.kind) {
    case 'unchanged':
      return EMPTY_PLAN;
    case 'edits':
      return { changes: [{ kind: 'edit', path, before: text, edits: outcome.edits, summary }], refusals: [] };
    case 'refused':
      return refusalOf({ path, why: outcome.why, instead: outcome.instead });
  }
}

export function refusalOf(refusal: PlanRefusal): Plan {
  return { changes: [], refusals: [refusal] };
}

/** @param render is called once, and only where somebody wants to see the text: often it is enough that there is one. */
export function creationOf(path: string, render: () => string, summary: string): Plan {
  const text = once(render);
  const creation: PlannedChange = {
    kind: 'create',
    path,
    get text() {
      return text();
    },
    summary,
  };
  return { changes: [creation], refusals: [] };
}
