// @file app/api/orders/route.ts
import { signal } from '@/lib/signal-server';

export async function POST(request: Request) {
  const { userId, lines } = await request.json();
  if (lines.length > 0) {
    const session = await openCheckout(lines);
    const windowId = session.window;
    signal.capture({ distinctId: userId, event: 'checkout_opened', properties: { windowId } });
  }
  for (const { sessionId } of lines) {
    signal.capture({ distinctId: userId, event: 'line_added', properties: { sessionId } });
  }
  try {
    await openCheckout(lines);
  } catch (distinctId) {
    signal.capture({ distinctId: userId, event: 'checkout_failed', properties: { cause: distinctId } });
  }
  return Response.json({});
}

declare function openCheckout(lines: unknown[]): Promise<{ window: string }>;
