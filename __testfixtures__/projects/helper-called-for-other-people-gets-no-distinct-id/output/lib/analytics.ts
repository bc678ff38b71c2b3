import { signal, type SessionInfo } from './signal-server';

export function trackMember(
  memberId: string,
  event: string,
  session?: SessionInfo,
) {
  signal.capture({
    distinctId: session?.distinctId || memberId,
    event,
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
}

export function trackInvite({
  userId,
  team,
  session,
}: {
  userId: string;
  team: string;
  session?: SessionInfo;
}) {
  signal.capture({
    distinctId: session?.distinctId || userId,
    event: 'invited',
    properties: { team },
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
}
