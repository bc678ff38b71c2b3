import type { NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import type { SourceFile } from '../source/parse.js';
import { type Callers, isWithoutRequest } from './action-callers.js';
import { bindingOf } from './expressions.js';
import { placeOfCall, usesOf } from './function-uses.js';
import type { AnalysisContext, Place, RequestScope } from './model.js';
import type { ScopeOwner } from './owners.js';
import { sourceOfScope } from './scope-refusals.js';

/**
 * Where a function that a wrapper runs for requests, and that would have to call `headers()`, is called without a
 * request as well, or passed on to code that cannot be followed: in a script, a test or a job, or for a page that is
 * rendered ahead of time. None for a function that is given the request, or has read the headers before.
 * Not looked for by a check of a few files in a large app, which is to take no time.
 */
export function callersBesideWrapper(
  { scope, file }: ScopeOwner,
  context: AnalysisContext,
  callers: Callers,
): readonly Place[] {
  if (!isShared(scope) || context.host.mayLookEverywhere?.() === false) return [];
  const decision = sourceOfScope(scope, file, Number.POSITIVE_INFINITY);
  if (decision.kind === 'refused' || decision.source.kind !== 'await-headers') return [];
  // Here the wrapper is given the function, and nothing else is done when the modules load.
  const wrapping = new Set([file.path, ...(scope.mountedBy ?? []).map(({ path }) => path)]);
  const own = usesOf(scope.fn, file, context.host);
  const handed = own.handedOver.filter(({ when }) => when !== 'called');
  const found = [
    ...own.calledInTests.map(placeOfCall),
    ...[...own.escapes, ...handed].filter(({ path }) => !wrapping.has(path)),
  ];
  const seen = new Set<t.Node>();
  const visit = (fn: NodePath<t.Function>, of: SourceFile): void => {
    if (seen.has(fn.node)) return;
    seen.add(fn.node);
    for (const site of callers.sitesOf(fn, of)) {
      const owner = callers.ownerOf(site);
      const isWrapping = fn !== scope.fn && wrapping.has(site.file.path);
      if (owner.kind === 'none' && owner.reason === 'module-scope' && isWrapping) continue;
      if (owner.kind !== 'helper') {
        if (isWithoutRequest(owner, site, context, callers)) found.push(placeOfCall(site));
      } else if (isRunByOthers(owner.fn, owner.file)) found.push(placeOfCall(site));
      else visit(owner.fn, owner.file);
    }
  };
  /** A callback that code which cannot be followed was given, and nothing of the project calls. */
  const isRunByOthers = (fn: NodePath<t.Function>, of: SourceFile): boolean =>
    callers.sitesOf(fn, of).length === 0 &&
    usesOf(fn, of, context.host).escapes.some(({ path }) => !wrapping.has(path));
  visit(scope.fn, file);
  return found;
}

/** Whether others than the wrapper can call the function: it stands in another file than the route, or has a name. */
function isShared({ wrapped, mountedBy, fn }: RequestScope): boolean {
  return mountedBy !== undefined || (wrapped && bindingOf(fn) !== undefined);
}
