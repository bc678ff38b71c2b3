import type { GetServerSideProps } from 'next';
import { signal, getSessionInfo } from '@/lib/signal-server';
import { loadProduct } from '@/lib/products';

export const getServerSideProps: GetServerSideProps = async ({ params, ...rest }) => {
  const { sessionId, windowId, distinctId } = getSessionInfo(rest.req);
  const product = await loadProduct(params, rest);
  signal.capture({
    distinctId: distinctId || product.ownerId,
    event: 'product_viewed',
    sessionId,
    windowId,
  });
  return { props: { product } };
};
