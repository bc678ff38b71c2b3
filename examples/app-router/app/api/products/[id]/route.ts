import { visitorId } from '@/lib/auth';
import { signal } from '@/lib/signal';
import { findProduct } from '@/lib/store';

type Context = { params: Promise<{ id: string }> };

export async function GET(_request: Request, { params }: Context) {
  const { id } = await params;
  const product = findProduct(id);
  if (!product) return new Response('Not found', { status: 404 });

  const payload = {
    distinctId: await visitorId(),
    event: 'product_looked_up',
    properties: { id, inStock: product.stock > 0 },
  };
  signal.capture(payload);
  return Response.json(product);
}
