// @file app/api/orders/route.ts
import { signal } from '@/lib/signal-server';

export const dynamic = 'force-static';

export async function GET(request: Request) {
  signal.capture({ distinctId: 'u1', event: 'read' });
  return Response.json({});
}
