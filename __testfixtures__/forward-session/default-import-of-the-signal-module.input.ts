// @file app/api/orders/route.ts
import signal from '@/lib/signal-server';

export async function POST(request: Request) {
  signal.alias('u1', 'u2');
  return Response.json({});
}
