import { signal, getSessionInfo } from '@/lib/signal-server';
import { track } from '@/lib/track';

declare function findInvite(
  code: string,
): Promise<{ inviterId: string; referrer: { id: string } }>;

export async function POST(request: Request) {
  const session = getSessionInfo(request);
  const { code, userId } = await request.json();
  const invite = await findInvite(code);
  track(userId, 'invite_accepted', session);
  track(invite.inviterId, 'invite_converted', {
    ...session,
    distinctId: undefined,
  });
  signal.capture({
    distinctId: invite.referrer.id,
    event: 'points_awarded',
    sessionId: session.sessionId,
    windowId: session.windowId,
  });
  return Response.json({ ok: true });
}
