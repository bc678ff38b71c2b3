// @file app/api/orders/route.ts
import { signal } from '@/lib/signal-server';

export async function GET(request: Request) {
  try {
    const uid = request.headers.get('x-user');
    signal.capture({ distinctId: uid ?? 'anon', event: 'read' });
  } catch {
    return Response.json([], { status: 500 });
  }
  return Response.json([]);
}
