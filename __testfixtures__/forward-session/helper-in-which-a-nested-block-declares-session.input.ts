// @file app/api/orders/route.ts
import { signal } from '@/lib/signal-server';

function track(userId: string, lines: string[]) {
  for (const line of lines) {
    const session = line.split('/')[0];
    signal.capture({ distinctId: userId, event: 'line_added', properties: { session } });
  }
}

export async function POST(request: Request) {
  const { userId, lines } = await request.json();
  const session = await openCheckout(lines);
  track(userId, [session.id]);
  return Response.json({});
}

declare function openCheckout(lines: unknown[]): Promise<{ id: string }>;
