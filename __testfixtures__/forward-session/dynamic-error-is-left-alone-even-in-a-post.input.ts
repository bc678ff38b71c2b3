// @file app/api/orders/route.ts
import { signal } from '@/lib/signal-server';

export const dynamic = 'error';

export async function POST(request: Request) {
  signal.capture({ distinctId: 'u1', event: 'read' });
  return Response.json({});
}
