import { type ScopeKind, type SignalCall, withoutSuppression } from '../analysis/model.js';
import type { Finding } from './finding.js';

/** What people call the kinds of request scopes. */
const SCOPE_NAMES: Readonly<Record<ScopeKind, string>> = {
  'route-handler': 'route handler',
  'server-action': 'Server Action',
  'pages-api': 'API route',
  'get-server-side-props': 'getServerSideProps',
  'request-helper': 'function',
  'server-component': 'server component',
  'get-initial-props': 'getInitialProps',
  proxy: 'proxy',
  'request-error-hook': 'onRequestError',
  'router-handler': 'router handler',
  'auth-callback': 'auth callback',
  'service-callback': 'callback of a service',
  'trpc-procedure': 'tRPC procedure',
};

/** A Signal call whose event will not join the browser's session, or only in part. */
export function sessionNotForwarded(call: SignalCall): Finding | undefined {
  const verdict = withoutSuppression(call.verdict);
  if (verdict.kind !== 'fixable' || call.lostAt.length > 0) return undefined;
  const { scope, request, method, path } = call;
  const where = scope ? ` in ${describeScope(scope)}` : '';
  const { partial } = verdict;
  return {
    rule: partial ? 'session-partly-forwarded' : 'session-not-forwarded',
    severity: 'error',
    path,
    ...call.callee,
    message: partial
      ? `${method}()${where} passes only one of sessionId and windowId, so its event joins the session without its window or not at all.`
      : `${method}()${where} does not forward the session, so its event is missing from the browser's session and replay.`,
    labelText: partial
      ? 'one of sessionId and windowId is missing here'
      : 'sessionId and windowId are missing here',
    labels: request ? [{ path, start: request.start, end: request.end, text: request.text }] : [],
    fixedBy: 'migrate',
    help: undefined,
  };
}

/** The request scope as a person would call it, e.g. `the POST route handler`. */
export function describeScope({ kind, name }: { kind: ScopeKind; name: string }): string {
  switch (kind) {
    case 'route-handler':
      return `the ${name} ${SCOPE_NAMES[kind]}`;
    case 'trpc-procedure':
    case 'server-action':
      return /\s/.test(name) ? `an unnamed ${SCOPE_NAMES[kind]}` : `the ${name} ${SCOPE_NAMES[kind]}`;
    case 'pages-api':
      return `the ${SCOPE_NAMES[kind]}`;
    case 'router-handler':
      return `a ${SCOPE_NAMES[kind]}`;
    case 'auth-callback':
    case 'service-callback':
      return `the ${name} ${SCOPE_NAMES[kind]}`;
    case 'proxy':
      return `the ${name} of the proxy file`;
    case 'get-server-side-props':
    case 'get-initial-props':
    case 'request-error-hook':
      return SCOPE_NAMES[kind];
    case 'request-helper':
      return /\s/.test(name) ? `an unnamed ${SCOPE_NAMES[kind]}` : name;
    case 'server-component':
      if (name === 'generateMetadata') return name;
      return name === 'default' ? `a ${SCOPE_NAMES[kind]}` : `the ${name} ${SCOPE_NAMES[kind]}`;
  }
}
