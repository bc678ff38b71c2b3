import { batch, Cart } from '@/lib/cart';
import { log } from '@/lib/log';

export async function POST(request: Request) {
  const { userId, id } = await request.json();
  new Cart(userId).add('a').add('b').add('c').addTwice('d').add('e');
  batch(userId).viewed(id).clicked(id).viewed(id).viewed(id);
  log(userId).add('a').add('b').add('c').add('d').add('e').done();
  return Response.json({});
}
