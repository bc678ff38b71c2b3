// @file app/api/orders/[id]/route.ts
import { signal } from '@/lib/signal-server';

export async function GET(_request: Request, { params }: { params: { id: string } }) {
  signal.capture({ distinctId: params.id, event: 'order_read' });
  return Response.json({ id: params.id });
}
