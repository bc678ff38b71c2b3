import type { SourceFile } from '../source/parse.js';
import { type CallerEvidence, callerEvidence } from './caller-evidence.js';
import type { AnalysisContext, RequestScope } from './model.js';
import type { ReasonId } from './reasons.js';
import type { RouteLayout } from './route-files.js';
import { type PathCaller, pathCaller } from './route-path.js';
import { type RoutedAt, routedAt } from './routed-at.js';
import { segmentConfigOf } from './segment-config.js';

/** Why a request that runs a handler cannot carry the headers that the browser's code sends. */
export type MachineCaller = Extract<
  ReasonId,
  | 'webhook'
  | 'cron-route'
  | 'background-job'
  | 'called-by-service'
  | 'server-caller'
  | 'oauth-return'
  | 'payment-return'
>;

const MACHINE_CALLERS: Readonly<Record<MachineCaller, true>> = {
  webhook: true,
  'cron-route': true,
  'background-job': true,
  'called-by-service': true,
  'server-caller': true,
  'oauth-return': true,
  'payment-return': true,
};

export function isMachineCaller(reason: ReasonId): reason is MachineCaller {
  return Object.hasOwn(MACHINE_CALLERS, reason);
}

/**
 * Whoever calls a route handler, an API route or a router's handler without the browser's headers: another server, a
 * scheduler, a queue, or a navigation that comes back from a provider. Undefined for what the app's own pages call, and
 * where nothing says otherwise. What a handler does counts more than its path, and one that asks who is signed in is the
 * pages' own.
 */
export function machineCallerOf(
  scope: RequestScope,
  file: SourceFile,
  { host, layout }: AnalysisContext,
): MachineCaller | undefined {
  if (!ANSWERING.has(scope.kind)) return undefined;
  const evidence = callerEvidence(scope, file.path, host);
  const { facts } = evidence;
  if (facts.has('job')) return 'background-job';
  if (facts.has('agent')) return 'called-by-service';
  const routed = scope.kind === 'router-handler' ? routedAt(scope.fn) : undefined;
  const path = pathOf(scope, file, layout, routed);
  if (facts.has('signature')) return path === 'cron' ? 'cron-route' : 'webhook';
  const mayBe = (method: string): boolean => answers(scope, routed, method);
  // A GET of `github/callback`; of a Pages API route the path does not tell the method.
  const isGet = scope.kind === 'route-handler' || routed?.method === 'GET';
  const returned = mayBe('GET') ? returnOf(isGet, evidence, path) : undefined;
  if (returned !== undefined || facts.has('user-session')) return returned;
  if (facts.has('cron-secret') || path === 'cron') return 'cron-route';
  const isHook = path === 'webhook' && mayBe('POST') && !isManaged(scope, file);
  if (isHook || facts.has('webhook-secret')) return 'webhook';
  return facts.has('server-secret') ? 'server-caller' : undefined;
}

/** What has a URL that anybody may request. */
const ANSWERING: ReadonlySet<RequestScope['kind']> = new Set([
  'route-handler',
  'pages-api',
  'router-handler',
]);

/** What the URL says; of a router in a module of its own only what is written beside the handler is known. */
function pathOf(
  { kind }: RequestScope,
  { path }: SourceFile,
  { routers }: RouteLayout,
  routed: RoutedAt | undefined,
): PathCaller {
  if (kind !== 'router-handler') return pathCaller(path, routers);
  const isRouted = [routers.app, routers.pages].some(
    (one) => one !== undefined && path.startsWith(`${one}/`),
  );
  return pathCaller(isRouted ? path : '', routers, routed?.path);
}

/** Nobody who sends events changes or deletes any: beside such handlers a POST makes a new webhook of the app's own. */
function isManaged({ kind }: RequestScope, file: SourceFile): boolean {
  if (kind === 'router-handler') return /\.(?:put|patch|delete)\s*\(\s*['"`]/.test(file.text);
  const { exported } = segmentConfigOf(file);
  return ['PUT', 'PATCH', 'DELETE'].some((method) => exported.has(method));
}

/** A Pages API route answers every method, and so does what a router does not say one of. */
function answers({ kind, methods }: RequestScope, routed: RoutedAt | undefined, method: string): boolean {
  if (kind === 'router-handler') return (routed?.method ?? method) === method;
  return kind === 'pages-api' || methods.includes(method);
}

/** A navigation back from a sign-in or payment provider; the app's own fetch would be answered with data. */
function returnOf(
  isGet: boolean,
  { facts, query, wrappers }: CallerEvidence,
  path: PathCaller,
): MachineCaller | undefined {
  if (path === 'provider-callback' && isGet) return 'oauth-return';
  const isCallback = path === 'callback' || path === 'provider-callback';
  const byLibrary =
    isCallback && wrappers.some(({ source, name }) => /auth|callback/i.test(`${source} ${name}`));
  if (byLibrary) return 'oauth-return';
  if (!facts.has('navigation')) return undefined;
  const hasCode = query.has('code');
  if (facts.has('code-exchange') && (hasCode || isCallback)) return 'oauth-return';
  if (hasCode && (isCallback || query.has('state'))) return 'oauth-return';
  const hasPayment = query.has('session_id') || query.has('payment_intent') || query.has('checkout_id');
  return path === 'payment-return' || (facts.has('payment-lookup') && hasPayment)
    ? 'payment-return'
    : undefined;
}
