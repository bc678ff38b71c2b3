import { loadProduct } from '@/lib/catalog';

export async function POST(request: Request) {
  const { id } = await request.json();
  return Response.json(await loadProduct(id));
}
