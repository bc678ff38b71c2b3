// @file app/api/orders/route.ts
import { signal } from '@/lib/signal-server';

function track(req: Request, event: string) {
  signal.capture({ distinctId: req.headers.get('x-user') ?? 'anon', event });
}

export async function POST(request: Request) {
  track(request, 'order_created');
  return Response.json({});
}
