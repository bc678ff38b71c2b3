import { signal } from '@/lib/signal';
import { visitorId } from '@/lib/auth';
import { addToCart, clearCart, findProduct } from '@/lib/store';

const json = (body: unknown, status = 200) => Response.json(body, { status });

function track(event: string, userId: string, properties?: Record<string, unknown>) {
  signal.capture({ distinctId: userId, event, properties });
}

export const POST = async (req: Request) => {
  const { productId, quantity = 1 } = await req.json();
  const product = findProduct(productId);
  if (!product) return json({ error: 'No such product' }, 404);

  const userId = await visitorId();
  addToCart(userId, productId, quantity);
  track('cart_item_added', userId, { productId, quantity, price: product.price });
  return json({ ok: true });
};

export async function DELETE() {
  const userId = await visitorId();
  const removed = clearCart(userId);
  track('cart_cleared', userId, { removed });
  return json({ ok: true });
}
