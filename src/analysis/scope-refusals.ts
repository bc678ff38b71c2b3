import type { SourceFile } from '../source/parse.js';
import type { CallPath } from './expressions.js';
import { machineCallerOf } from './machine-callers.js';
import type { AnalysisContext, RequestScope, SessionSource } from './model.js';
import { isReachedFromPages } from './pages-reach.js';
import { hasDirective } from './program.js';
import { isOfAnotherPackage } from './project-files.js';
import type { ReasonId } from './reasons.js';
import type { SourceDecision } from './request-parameters.js';
import { routeRole } from './route-files.js';
import { segmentConfigOf } from './segment-config.js';
import { isRenderedPerRequest } from './server-components.js';
import { readerFor } from './session-reader.js';
import { sessionSourceOf } from './session-source.js';
import { wouldMakeRouteDynamic } from './static-routes.js';

/**
 * Why the session is not read in `scope`; undefined when it can be.
 * @param signalCalls every Signal call of the scope's file.
 */
export function scopeRefusal(
  scope: RequestScope,
  file: SourceFile,
  context: AnalysisContext,
  signalCalls: readonly CallPath[],
): ReasonId | undefined {
  const machine = context.include.has('webhooks') ? undefined : machineCallerOf(scope, file, context);
  if (machine !== undefined) return machine;
  if (scope.kind === 'server-component') {
    const isIncluded = context.include.has('server-components');
    if (!isIncluded || !isRenderedPerRequest(scope, file, context)) return 'server-component';
  }
  if (wouldMakeARouteDynamic(scope, file, context, signalCalls)) return 'static-route';
  const decision = sourceOfScope(scope, file, Number.POSITIVE_INFINITY);
  if (decision.kind === 'refused') return decision.reason;
  if (needsHeaders(decision.source) && !hasHeaders(scope, file, context)) return 'headers-out-of-reach';
  return canImport(decision.source, file, context) ? undefined : 'reader-out-of-reach';
}

/** Whether the file can import what reading from `source` takes. */
function canImport(source: SessionSource, { path }: SourceFile, context: AnalysisContext): boolean {
  if (readerFor(context, path) === undefined) return false;
  if (!isOfAnotherPackage(path) || !importsNext(source)) return true;
  return context.host.packageOf?.(path)?.dependencies.has('next') ?? false;
}

/** Whether `headers()` or the type of a new parameter has to be imported from Next.js. */
function importsNext(source: SessionSource): boolean {
  switch (source.kind) {
    case 'await-headers':
      return true;
    case 'add-parameter':
      return !['contextual', 'web-request', 'header-owner'].includes(source.typeName);
    case 'add-context-parameter':
    case 'awaited-headers':
    case 'complete-pattern':
    case 'expression':
      return false;
  }
}

/** In its own file or, where it stands in another, in one of the route files that it answers for. */
function wouldMakeARouteDynamic(
  scope: RequestScope,
  file: SourceFile,
  context: AnalysisContext,
  signalCalls: readonly CallPath[],
): boolean {
  if (scope.kind !== 'route-handler') return false;
  const routes = scope.mountedBy ?? [{ file, methods: scope.methods }];
  return routes.some((route) =>
    wouldMakeRouteDynamic({ ...scope, methods: route.methods }, route.file, context, signalCalls),
  );
}

function needsHeaders(source: SessionSource): boolean {
  return source.kind === 'await-headers' || source.kind === 'awaited-headers';
}

/** Routes, `'use server'` files and the proxy have `headers()` by what they are; another module by who reaches it. */
function hasHeaders(scope: RequestScope, file: SourceFile, { host, layout }: AnalysisContext): boolean {
  const role = routeRole(file.path, layout).kind;
  if (role !== 'module' && !role.startsWith('pages-')) return true;
  if (scope.kind === 'server-action' && hasDirective(file, 'use server')) return true;
  return layout.routers.app !== undefined && !isReachedFromPages(file.path, host, layout);
}

/** Where `scope` reads the session for calls from the offset `firstUse` on. */
export function sourceOfScope(scope: RequestScope, file: SourceFile, firstUse: number): SourceDecision {
  return sessionSourceOf(scope, firstUse, segmentConfigOf(file).edge);
}
