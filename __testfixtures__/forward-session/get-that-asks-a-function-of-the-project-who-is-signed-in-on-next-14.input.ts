// @file app/api/orders/route.ts
import { signal } from '@/lib/signal-server';
import { currentUser } from '@/lib/user';

export async function GET() {
  const user = await currentUser();
  signal.capture({ distinctId: user.id, event: 'orders_read' });
  return Response.json({});
}
