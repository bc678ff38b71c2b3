import { notFound } from 'next/navigation';
import { findProduct, products } from '@/lib/store';
import { AddToCart } from './add-to-cart';

export function generateStaticParams() {
  return products.map(({ id }) => ({ id }));
}

export default async function ProductPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const product = findProduct(id);
  if (!product) notFound();
  return (
    <main>
      <h1>{product.name}</h1>
      <p>{(product.price / 100).toFixed(2)} EUR</p>
      <AddToCart productId={product.id} />
    </main>
  );
}
