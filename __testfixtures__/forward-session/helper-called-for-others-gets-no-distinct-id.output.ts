import { signal, getSessionInfo, type SessionInfo } from '@/lib/signal-server';

function trackMember(memberId: string, event: string, session?: SessionInfo) {
  signal.capture({
    distinctId: session?.distinctId || memberId,
    event,
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
}

export async function POST(request: Request) {
  const session = getSessionInfo(request);
  const { members, ownerId } = await request.json();
  trackMember(ownerId, 'team_created', session);
  for (const member of members)
    trackMember(member.id, 'member_added', {
      ...session,
      distinctId: undefined,
    });
  return Response.json({});
}
