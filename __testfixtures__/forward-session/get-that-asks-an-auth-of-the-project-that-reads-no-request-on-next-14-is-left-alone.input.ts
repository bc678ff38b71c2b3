// @file app/api/orders/route.ts
import { auth } from '@/lib/auth';
import { signal } from '@/lib/signal-server';

export async function GET() {
  const user = await auth();
  signal.capture({ distinctId: user.id, event: 'orders_read' });
  return Response.json({});
}
