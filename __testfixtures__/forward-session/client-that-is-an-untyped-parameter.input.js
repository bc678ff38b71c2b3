// @file app/api/orders/route.js
import { signal } from '@/lib/signal-server';

function track(client, event, userId) {
  client.capture({ distinctId: userId, event });
}

export async function POST(request) {
  const { userId } = await request.json();
  track(signal, 'order_opened', userId);
  return Response.json({});
}
