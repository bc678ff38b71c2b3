// @file app/api/orders/route.ts
import { signal } from '@/lib/signal-server';

type SessionInfo = { id: string };

function track(userId: string) {
  signal.capture({ distinctId: userId, event: 'ordered' });
}

export async function POST(request: Request) {
  const { userId } = await request.json();
  track(userId);
  return Response.json({});
}

export const kind: SessionInfo | undefined = undefined;
