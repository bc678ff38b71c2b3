// @file app/api/checkout/route.ts
import { signal } from '@/lib/signal-server';

export async function POST(request: Request) {
  const checkout = await request.json();
  signal.capture({ distinctId: checkout.userId, event: 'checkout_started', sessionId: checkout.id });
  return Response.json({});
}
