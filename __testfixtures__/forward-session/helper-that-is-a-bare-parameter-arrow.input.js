// @file app/api/orders/route.js
import { signal } from '@/lib/signal-server';

const trackView = userId => signal.capture({ distinctId: userId, event: 'viewed' });
const trackOrder = async userId => {
  signal.capture({ distinctId: userId, event: 'ordered' });
};

export async function POST(request) {
  const { userId } = await request.json();
  trackView(userId);
  await trackOrder(userId);
  return Response.json({});
}
