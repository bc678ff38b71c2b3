// @file app/api/orders/route.ts
import { signal } from '@/lib/signal-server';

export async function GET(request: Request) {
  let uid: string | null = null;
  try {
    await prepare();
  } catch {
    await recover();
  } finally {
    uid = request.headers.get('x-user');
  }
  signal.capture({ distinctId: uid ?? 'anon', event: 'read' });
  return Response.json([]);
}
