import { trackOrder } from '@/lib/analytics';
import { saveOrder } from '@/lib/orders';

export async function POST(request: Request) {
  const order = await saveOrder(await request.json());
  trackOrder(order);
  return Response.json(order);
}
