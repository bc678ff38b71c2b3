import { batch, Cart } from '@/lib/cart';
import { log } from '@/lib/log';
import { getSessionInfo } from '@/lib/signal-server';

export async function POST(request: Request) {
  const session = getSessionInfo(request);
  const { userId, id } = await request.json();
  new Cart(userId).add('a', session).add('b', session).add('c', session).addTwice('d', session).add('e', session);
  batch(userId).viewed(id, session).clicked(id, session).viewed(id, session).viewed(id, session);
  log(userId, session).add('a').add('b').add('c').add('d').add('e').done();
  return Response.json({});
}
