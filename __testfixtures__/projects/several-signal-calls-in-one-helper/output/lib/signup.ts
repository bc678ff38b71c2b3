import { signal, type SessionInfo } from './signal-server';

export async function recordSignup(
  user: { id: string; email: string; team: string },
  anonymousId: string,
  session?: SessionInfo,
) {
  signal.identify({
    distinctId: user.id,
    properties: { email: user.email },
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
  signal.alias(user.id, anonymousId, session?.sessionId, session?.windowId);
  signal.group(
    user.id,
    'team',
    user.team,
    undefined,
    session?.sessionId,
    session?.windowId,
  );
  signal.capture({
    distinctId: session?.distinctId || user.id,
    event: 'signed_up',
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
  await signal.flush();
}
