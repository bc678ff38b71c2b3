// @file pages/shop/[slug].tsx
import type { GetServerSideProps } from 'next';
import { signal } from '@/lib/signal-server';
import { loadProduct } from '@/lib/products';

export const getServerSideProps: GetServerSideProps = async ({ params, ...rest }) => {
  const product = await loadProduct(params, rest);
  signal.capture({ distinctId: product.ownerId, event: 'product_viewed' });
  return { props: { product } };
};
