import { trackOrder, getSessionInfo } from '@/lib/track';

export async function POST(request: Request) {
  const session = getSessionInfo(request);
  const { userId, orderId } = await request.json();
  trackOrder(userId, orderId, session);
  return Response.json({});
}
