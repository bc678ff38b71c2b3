// @file app/api/orders/route.ts
import { signal } from '@/lib/signal-server';

signal.capture({ distinctId: 'server', event: 'booted' });

export async function POST(request: Request) {
  return Response.json({});
}
