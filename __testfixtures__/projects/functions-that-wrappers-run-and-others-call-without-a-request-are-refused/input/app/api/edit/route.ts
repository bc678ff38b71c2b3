import { editOrder } from '@/lib/orders';
import { withBody } from '@/lib/with-body';

export const POST = withBody(editOrder);

export async function PUT(request: Request) {
  return Response.json(await editOrder(await request.json()));
}
