import type { SourceFile } from '../source/parse.js';
import { DynamicReads } from './dynamic-reads.js';
import { type CallPath, paramsOf } from './expressions.js';
import type { AnalysisContext, RequestScope } from './model.js';
import { looksLikeRequest } from './request-parameters.js';
import { type SegmentConfig, segmentConfigOf } from './segment-config.js';

/**
 * Whether reading the headers in a route handler may change, or be cut off by, how Next.js caches the route.
 * Measured on Next 13.5, 14.2, 15.5 and 16.4: a GET that touches `request.headers` stops being static on 13 and 14,
 * with `revalidate` or `generateStaticParams` on every version, and under Cache Components; a GET under a dynamic
 * segment without `generateStaticParams`, or beside a POST, is never static in the first place.
 * @param signalCalls every Signal call of the file.
 */
export function wouldMakeRouteDynamic(
  scope: RequestScope,
  file: SourceFile,
  context: AnalysisContext,
  signalCalls: readonly CallPath[],
): boolean {
  if (context.output === 'export') return true;
  const config = segmentConfigOf(file);
  // The headers are empty under force-static, and reading them throws under `error`, whatever the method.
  if (config.dynamic === 'force-static' || config.dynamic === 'error') return true;
  if (!scope.methods.includes('GET') && !scope.methods.includes('HEAD')) return false;
  if (config.dynamic === 'force-dynamic' || config.revalidate === 'zero' || config.edge) return false;
  const [first] = paramsOf(scope.fn);
  // A wrapper may hand anything over in the first place.
  const request = first && (!scope.wrapped || looksLikeRequest(first)) ? first : undefined;
  const reads = new DynamicReads(scope.fn, request, file.path, context);
  if (reads.ofTheRequest()) return false;
  if (config.hasStaticParams) return true;
  if (hasDynamicMethod(config, context.nextMajor) || underDynamicSegment(file.path)) return false;
  const dynamicByDefault =
    context.nextMajor >= 15 &&
    (context.cacheComponents === false || reads.ofWhatChanges(context.callsReadClock ? signalCalls : []));
  return !dynamicByDefault || config.revalidate === 'set';
}

/** Methods whose mere export makes the file's GET dynamic; a PUT does so on every version but 14. */
function hasDynamicMethod({ exported }: SegmentConfig, nextMajor: number): boolean {
  return ['POST', 'DELETE', 'PATCH', 'OPTIONS', ...(nextMajor === 14 ? [] : ['PUT'])].some((method) =>
    exported.has(method),
  );
}

function underDynamicSegment(path: string): boolean {
  return path.split('/').some((segment) => /^\[.+\]$/.test(segment));
}
