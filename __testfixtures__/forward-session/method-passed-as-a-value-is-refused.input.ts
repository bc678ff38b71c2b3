// @file app/api/orders/route.ts
import { signal } from '@/lib/signal-server';

export async function POST(request: Request) {
  const events = await request.json();
  events.forEach(signal.capture);
  return Response.json({});
}
