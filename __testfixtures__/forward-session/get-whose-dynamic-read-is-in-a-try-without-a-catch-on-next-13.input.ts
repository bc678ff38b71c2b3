// @file app/api/orders/route.ts
import { signal } from '@/lib/signal-server';

export async function GET(request: Request) {
  try {
    const uid = request.headers.get('x-user');
    signal.capture({ distinctId: uid ?? 'anon', event: 'read' });
  } finally {
    await close();
  }
  return Response.json([]);
}
