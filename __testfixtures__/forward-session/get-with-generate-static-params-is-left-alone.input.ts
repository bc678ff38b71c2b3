// @file app/api/orders/[id]/route.ts
import { signal } from '@/lib/signal-server';

export function generateStaticParams() {
  return [{ id: '1' }];
}

export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  signal.capture({ distinctId: id, event: 'order_read' });
  return Response.json({ id });
}
