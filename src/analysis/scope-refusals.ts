import type { SourceFile } from '../source/parse.js';
import type { CallPath } from './expressions.js';
import { machineCallerOf } from './machine-callers.js';
import type { AnalysisContext, RequestScope } from './model.js';
import type { ReasonId } from './reasons.js';
import { segmentConfigOf } from './segment-config.js';
import { isRenderedPerRequest } from './server-components.js';
import { type SourceDecision, sessionSourceOf } from './session-source.js';
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
  const isStatic = scope.kind === 'route-handler' && wouldMakeRouteDynamic(scope, file, context, signalCalls);
  if (isStatic) return 'static-route';
  const decision = sourceOfScope(scope, file, Number.POSITIVE_INFINITY);
  return decision.kind === 'refused' ? decision.reason : undefined;
}

/** Where `scope` reads the session for calls from the offset `firstUse` on. */
export function sourceOfScope(scope: RequestScope, file: SourceFile, firstUse: number): SourceDecision {
  return sessionSourceOf(scope, firstUse, segmentConfigOf(file).edge);
}
