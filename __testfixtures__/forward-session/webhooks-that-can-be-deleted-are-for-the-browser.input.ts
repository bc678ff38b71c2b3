// @file app/api/v1/webhooks/route.ts
import { signal } from '@/lib/signal-server';

export async function POST(req: Request) {
  const { userId } = await req.json();
  signal.capture({ distinctId: userId, event: 'webhook_created' });
  return Response.json({});
}

export async function DELETE() {
  return Response.json({});
}
