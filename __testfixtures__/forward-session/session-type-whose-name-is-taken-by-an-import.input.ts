// @file app/api/orders/route.ts
import type { SessionInfo } from '@/lib/checkout';
import { signal } from '@/lib/signal-server';

function track(userId: string) {
  signal.capture({ distinctId: userId, event: 'ordered' });
}

export async function POST(request: Request) {
  const { userId } = await request.json();
  track(userId);
  return Response.json({});
}

export const kind: SessionInfo | undefined = undefined;
