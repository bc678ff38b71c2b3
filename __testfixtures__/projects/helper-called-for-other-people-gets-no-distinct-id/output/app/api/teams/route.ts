import { trackInvite, trackMember } from '@/lib/analytics';
import { getSessionInfo } from '@/lib/signal-server';

export async function POST(request: Request) {
  const session = getSessionInfo(request);
  const { team, ownerId, members } = await request.json();
  trackMember(ownerId, 'team_created', session);
  for (const member of members) {
    trackMember(member.id, 'member_added', {
      ...session,
      distinctId: undefined,
    });
    trackInvite({
      userId: member.id,
      team,
      session: { ...session, distinctId: undefined },
    });
  }
  return Response.json({ ok: true });
}

export async function DELETE(request: Request) {
  const { sessionId, windowId } = getSessionInfo(request);
  const members = (await request.json()) as { id: string }[];
  members.forEach(({ id }) =>
    trackMember(id, 'member_removed', { sessionId, windowId }),
  );
  return Response.json({ ok: true });
}
