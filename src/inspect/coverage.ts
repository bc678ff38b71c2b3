import { answersWithRedirect } from '../analysis/answers-with-redirect.js';
import { spanOf } from '../analysis/expressions.js';
import type { SignalCall } from '../analysis/model.js';
import { findProviders } from '../analysis/provider/find-provider.js';
import { type ReachingScope, ScopeReach } from '../analysis/reaching-scopes.js';
import { routeName } from '../analysis/route-name.js';
import type { Arrival, CoverageEntry, CoveredCall } from '../report/coverage.js';
import { describeScope } from '../rules/session-not-forwarded.js';
import { listsNoHost } from '../rules/tracing-host-unmatchable.js';
import { once } from '../source/once.js';
import { byCodeUnit } from '../source/order.js';
import { positionAt } from '../source/positions.js';
import { encloses } from '../source/span.js';
import type { Inspection } from './inspect.js';
import { planIn } from './inspected-file.js';
import { planProxy } from './plan-proxy.js';

interface Draft extends Omit<CoverageEntry, 'calls'> {
  readonly calls: CoveredCall[];
}

/**
 * Every request scope in which a Signal call runs: how a request gets there, whether the session ids can come with it
 * (docs/next.md, measured), and which of its calls forward them. Calls that no request reaches stand by their
 * function; each Signal call is in at least one entry.
 */
export function coverageOf(inspection: Inspection): CoverageEntry[] {
  const reach = ScopeReach.in(inspection.context);
  const sending = sendingOf(inspection);
  const drafts = new Map<unknown, Draft>();
  for (const analysis of inspection.analyses) {
    const { file, calls } = analysis;
    const edited = once(
      () => new Set(planIn(analysis, inspection.context).calls.map(({ span }) => span.start)),
    );
    const isEdited = ({ span }: SignalCall): boolean => edited().has(span.start);
    for (const call of calls) {
      const { helper, scopes } = reach.reachOf(file, call);
      const at = positionAt(file.text, call.callee.start);
      const { path, method, verdict } = call;
      const covered = { path, line: at.line, column: at.column, method, helper };
      const add = (key: unknown, draft: () => Draft, kind: CoveredCall['verdict'] = verdict.kind): void => {
        const known = drafts.get(key) ?? draft();
        known.calls.push({ ...covered, verdict: kind, ...(kind !== verdict.kind && { own: verdict.kind }) });
        drafts.set(key, known);
      };
      const isCached = verdict.kind === 'refused' && verdict.reason === 'static-route';
      for (const scope of scopes) {
        const way = isCached && scope.scope.kind === 'route-handler' ? CACHED : wayTo(scope);
        const kind = kindIn(scope, call, isEdited(call));
        add(scope.scope.fn.node, () => draftOf(scope, way, inspection, sending), kind);
      }
      if (scopes.length === 0) {
        add(`${path} ${helper}`, () => unreached(path, at.line, helper));
      }
    }
  }
  return [...drafts.values()].sort((a, b) => byCodeUnit(a.path, b.path) || a.line - b.line);
}

/** What becomes of a call in the requests of one scope, where others that reach it may be better or worse off. */
function kindIn(
  { scope, file, isHandedOn }: ReachingScope,
  { verdict, withheldAt }: SignalCall,
  isEdited: boolean,
): SignalCall['verdict']['kind'] {
  const span = spanOf(scope.fn.node);
  const isWithheld = withheldAt.some((one) => one.path === file.path && encloses(span, one));
  switch (verdict.kind) {
    case 'forwarded':
      // The call forwards what it is given; a scope that cannot give the session loses it all the same.
      return isHandedOn && !isWithheld ? 'forwarded' : 'refused';
    case 'fixable':
      if (isWithheld) return 'refused';
      // What is to be fixed is another scope that gives no session.
      return isHandedOn && !isEdited ? 'forwarded' : 'fixable';
    case 'refused':
    case 'suppressed':
      return verdict.kind;
  }
}

function unreached(path: string, line: number, helper: string | undefined): Draft {
  return {
    kind: undefined,
    name: helper === undefined ? 'outside any request' : `${helper}()`,
    path,
    line,
    reachedBy: 'no request that can be seen',
    arrival: 'no',
    because: 'there are no headers to read',
    calls: [],
  };
}

function draftOf(reaching: ReachingScope, way: Way, inspection: Inspection, sending: Sending): Draft {
  const { scope, file, start } = reaching;
  const { arrival, because } = arrivalOf(way, sending);
  return {
    kind: scope.kind,
    name: nameOf(reaching, inspection),
    path: file.path,
    line: positionAt(file.text, start).line,
    reachedBy: way.reachedBy,
    arrival,
    because,
    calls: [],
  };
}

function nameOf({ scope, file }: ReachingScope, { context }: Inspection): string {
  const { kind, name, methods } = scope;
  const route = routeName(scope.mountedBy?.[0]?.path ?? file.path, context.layout.routers);
  if (route === undefined) return describeScope(scope).replace(/^(?:the|an?) /, '');
  switch (kind) {
    case 'route-handler':
      return `${(scope.mountedBy?.[0]?.methods ?? methods).join(', ') || name} ${route}`;
    case 'pages-api':
      return route;
    case 'get-server-side-props':
      return `getServerSideProps ${route}`;
    case 'get-initial-props':
      return `getInitialProps ${route}`;
    default:
      return `${describeScope(scope).replace(/^(?:the|an?) /, '')}, ${route}`;
  }
}

/** How a request gets to a scope, and with which of its kinds the session headers come along. */
interface Way {
  readonly reachedBy: string;
  readonly headers: 'all' | 'some' | 'none';
  /** What does not bring the headers. */
  readonly but: string;
  /** Whether those requests bring the session cookie instead. */
  readonly cookie: boolean;
}

const FETCH: Way = {
  reachedBy: "fetch from the app's pages",
  headers: 'all',
  but: 'a form without JavaScript, sendBeacon',
  cookie: true,
};

const LINK: Way = {
  reachedBy: "fetch from the app's pages, or a link to it",
  headers: 'some',
  but: 'a link, an image, EventSource',
  cookie: true,
};

/** A `GET` that Next.js renders ahead: what reads headers in it would change how it is cached. */
const CACHED: Way = {
  reachedBy: 'the build, or a revalidation; visitors get the cached answer',
  headers: 'none',
  but: 'a cached answer',
  cookie: false,
};

function wayTo({ scope, machine }: ReachingScope): Way {
  if (machine !== undefined) return MACHINE_WAYS[machine];
  const reading = scope.methods.length > 0 && scope.methods.every((method) => /^(?:GET|HEAD)$/.test(method));
  switch (scope.kind) {
    case 'route-handler':
      return reading ? LINK : FETCH;
    case 'pages-api':
      // It answers every method, so what it answers with has to tell.
      return answersWithRedirect(scope.fn) ? LINK : FETCH;
    case 'router-handler':
    case 'trpc-procedure':
      return FETCH;
    case 'server-action':
      return {
        reachedBy: "a form or a call in the app's pages",
        headers: 'all',
        but: 'a form before hydration',
        cookie: true,
      };
    case 'get-server-side-props':
    case 'server-component':
      return {
        reachedBy: 'document load, navigation',
        headers: 'some',
        but: 'a document load',
        cookie: true,
      };
    case 'get-initial-props':
      return {
        reachedBy: 'document load; navigation runs it in the browser',
        headers: 'none',
        but: 'a document load',
        cookie: true,
      };
    case 'proxy':
    case 'request-error-hook':
    case 'request-helper':
    case 'auth-callback':
      return {
        reachedBy: 'as the request that it handles',
        headers: 'some',
        but: 'a document load',
        cookie: scope.kind !== 'proxy',
      };
    case 'service-callback':
      // `middleware` of an upload route is given the request of the page that uploads.
      if (scope.carrier?.kind === 'parameter') return FETCH;
      return { reachedBy: 'a service', headers: 'none', but: 'a request of a server', cookie: false };
  }
}

const fromServer = (reachedBy: string): Way => ({
  reachedBy,
  headers: 'none',
  but: 'a request of a server',
  cookie: false,
});

const MACHINE_WAYS: Readonly<Record<NonNullable<ReachingScope['machine']>, Way>> = {
  webhook: fromServer('a webhook'),
  'cron-route': fromServer('a scheduler'),
  'background-job': fromServer('a queue'),
  'called-by-service': fromServer('an agent'),
  'server-caller': fromServer('another server'),
  'oauth-return': {
    reachedBy: 'the return from a sign-in',
    headers: 'none',
    but: 'a navigation',
    cookie: true,
  },
  'payment-return': {
    reachedBy: 'the return from a payment',
    headers: 'none',
    but: 'a navigation',
    cookie: true,
  },
};

/** What the browser sends. */
interface Sending {
  readonly headers: 'sent' | 'not sent' | 'unknown';
  readonly cookie: boolean;
}

function sendingOf(inspection: Inspection): Sending {
  const { mounts, paths, host, clientModules } = inspection;
  const kinds = mounts.mounted.map((site) => (listsNoHost(site) ? 'disabled' : site.option.kind));
  const isUnknown = kinds.some((kind) => kind === 'unfollowable' || kind === 'dynamic');
  const headers = kinds.includes('enabled') ? 'sent' : isUnknown ? 'unknown' : 'not sent';
  const cookies = findProviders(paths, host, { clientModules, option: 'sessionCookie' });
  const hasCookie = cookies.some(({ option }) => option.kind === 'enabled');
  return { headers, cookie: hasCookie && isProxyMounted(inspection) };
}

function isProxyMounted(inspection: Inspection): boolean {
  const { changes, refusals } = planProxy(inspection);
  return changes.length === 0 && refusals.length === 0;
}

function arrivalOf(way: Way, { headers, cookie }: Sending): { arrival: Arrival; because: string } {
  if (cookie && way.cookie) return { arrival: 'yes', because: 'headers, else the session cookie' };
  if (way.headers === 'none') return { arrival: 'no', because: `${way.but} has no session headers` };
  switch (headers) {
    case 'not sent':
      return { arrival: 'no', because: 'no provider sends the session headers' };
    case 'unknown':
      return { arrival: 'unknown', because: "the provider's options cannot be read" };
    case 'sent':
      return way.headers === 'all'
        ? { arrival: 'yes', because: `not with ${way.but}` }
        : { arrival: 'sometimes', because: `not with ${way.but}` };
  }
}
