import type { NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import { isBackgroundJob } from './background-jobs.js';
import { bindingOf, directivesOf, enclosingFunctions } from './expressions.js';
import type { ReasonId } from './reasons.js';
import { isSharedListener } from './shared-listeners.js';

/**
 * Why a function that a request may well set up runs for other people later: it is a worker, a schedule or a listener,
 * or is called by one. Undefined where nothing says so.
 */
export function laterReason(fn: NodePath<t.Function>): ReasonId | undefined {
  return reasonOf(fn, new Set());
}

function reasonOf(fn: NodePath<t.Function>, seen: Set<t.Node>): ReasonId | undefined {
  if (seen.has(fn.node)) return undefined;
  seen.add(fn.node);
  if (isOfWorkflow(fn)) return 'background-job';
  const own = reasonOfPlace(fn);
  if (own !== undefined) return own;
  // Only what is declared in another function holds on to what that has.
  const around = fn.getFunctionParent();
  const references = around ? (bindingOf(fn)?.referencePaths ?? []) : [];
  for (const reference of references) {
    const given = reasonOfPlace(reference);
    if (given !== undefined) return given;
    const between = enclosingFunctions(reference);
    const outside = between.findIndex(({ node }) => node === around?.node);
    for (const one of between.slice(0, outside)) {
      const reason = reasonOf(one, seen);
      if (reason !== undefined) return reason;
    }
  }
  return undefined;
}

/** Whether a function, or its file, says that a workflow engine runs it. */
function isOfWorkflow(fn: NodePath<t.Function>): boolean {
  const program = fn.scope.getProgramParent().path.node as t.Program;
  const ofFile = program.directives.map((directive) => directive.value.value);
  return [...directivesOf(fn), ...ofFile].some((one) => one === 'use workflow' || one === 'use step');
}

function reasonOfPlace(place: NodePath): ReasonId | undefined {
  if (isBackgroundJob(place)) return 'background-job';
  return isSharedListener(place) ? 'shared-listener' : undefined;
}
