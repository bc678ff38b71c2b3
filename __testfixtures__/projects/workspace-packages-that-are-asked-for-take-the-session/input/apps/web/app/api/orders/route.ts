import { createOrder } from '@acme/orders';

export async function POST(request: Request) {
  const { userId } = await request.json();
  return Response.json(await createOrder(userId));
}
