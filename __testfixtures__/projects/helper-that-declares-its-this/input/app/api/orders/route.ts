import { analytics } from '@/lib/track';

export async function POST(this: void, request: Request) {
  const { members, userId } = await request.json();
  analytics.send(userId, 'order_placed');
  for (const member of members) analytics.send(member.id, 'order_seen');
  return Response.json({});
}
