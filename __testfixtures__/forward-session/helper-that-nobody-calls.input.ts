// @file app/api/orders/route.ts
import { signal } from '@/lib/signal-server';

function track(event: string) {
  signal.capture({ distinctId: 'system', event });
}

export async function POST(request: Request) {
  return Response.json({});
}
