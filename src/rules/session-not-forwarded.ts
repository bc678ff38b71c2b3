import type { ScopeKind, SignalCall } from '../analysis/model.js';
import type { Finding } from './finding.js';

/** What people call the kinds of request scopes. */
const SCOPE_NAMES: Readonly<Record<ScopeKind, string>> = {
  'route-handler': 'route handler',
  'server-action': 'Server Action',
  'pages-api': 'API route',
  'get-server-side-props': 'getServerSideProps',
  'trpc-procedure': 'tRPC procedure',
};

/** A Signal call whose event will not join the browser's session, or only in part. */
export function sessionNotForwarded(call: SignalCall): Finding | undefined {
  if (call.verdict.kind !== 'fixable') return undefined;
  const { scope, request, method, path } = call;
  const where = scope ? ` in ${describeScope(scope)}` : '';
  const partial = call.verdict.partial;
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

function describeScope({ kind, name }: { kind: ScopeKind; name: string }): string {
  switch (kind) {
    case 'route-handler':
      return `the ${name} ${SCOPE_NAMES[kind]}`;
    case 'trpc-procedure':
    case 'server-action':
      return /\s/.test(name) ? `an unnamed ${SCOPE_NAMES[kind]}` : `the ${name} ${SCOPE_NAMES[kind]}`;
    case 'pages-api':
      return `the ${SCOPE_NAMES[kind]}`;
    case 'get-server-side-props':
      return SCOPE_NAMES[kind];
  }
}
