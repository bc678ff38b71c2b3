// @file app/api/orders/route.ts
import { auth } from '@/auth';
import { signal } from '@/lib/signal-server';

export async function GET() {
  const session = await auth();
  signal.capture({ distinctId: session?.user?.id ?? '', event: 'orders_read' });
  return Response.json({});
}
