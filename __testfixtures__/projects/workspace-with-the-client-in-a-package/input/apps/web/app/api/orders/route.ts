import { signal } from '@acme/analytics/server';

export async function POST(request: Request) {
  const { userId } = await request.json();
  signal.capture({ distinctId: userId, event: 'order_created' });
  return Response.json({ ok: true });
}
