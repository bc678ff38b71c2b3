import { signal } from '@/lib/signal-server';
import { track } from '@/lib/track';

declare function findInvite(
  code: string,
): Promise<{ inviterId: string; referrer: { id: string } }>;

export async function POST(request: Request) {
  const { code, userId } = await request.json();
  const invite = await findInvite(code);
  track(userId, 'invite_accepted');
  track(invite.inviterId, 'invite_converted');
  signal.capture({ distinctId: invite.referrer.id, event: 'points_awarded' });
  return Response.json({ ok: true });
}
