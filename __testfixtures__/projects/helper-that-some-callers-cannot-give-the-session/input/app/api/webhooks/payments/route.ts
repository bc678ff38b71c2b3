import { trackOrder } from '@/lib/track';

export async function POST(request: Request) {
  const { userId, orderId } = await request.json();
  trackOrder(userId, orderId);
  return Response.json({});
}
