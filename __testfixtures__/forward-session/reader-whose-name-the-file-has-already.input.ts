// @file app/api/orders/route.ts
import { signal } from '@/lib/signal-server';

function getSessionInfo(user: string) {
  return { user };
}

export async function POST(request: Request) {
  const { userId } = await request.json();
  signal.capture({ distinctId: userId, event: 'ordered', properties: getSessionInfo(userId) });
  return Response.json({});
}
