import { analytics } from '@/lib/track';
import { getSessionInfo } from '@/lib/signal-server';

export async function POST(this: void, request: Request) {
  const session = getSessionInfo(request);
  const { members, userId } = await request.json();
  analytics.send(userId, 'order_placed', session);
  for (const member of members)
    analytics.send(member.id, 'order_seen', {
      ...session,
      distinctId: undefined,
    });
  return Response.json({});
}
