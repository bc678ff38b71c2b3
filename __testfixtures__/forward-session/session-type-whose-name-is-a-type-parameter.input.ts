// @file app/api/orders/route.ts
import { signal } from '@/lib/signal-server';

function track<SessionInfo extends { id: string }>(userId: string, info: SessionInfo) {
  signal.capture({ distinctId: userId, event: 'ordered', properties: { id: info.id } });
}

export async function POST(request: Request) {
  const { userId } = await request.json();
  track(userId, { id: 'a' });
  return Response.json({});
}
