// @file pages/orders.tsx
import type { GetServerSideProps } from 'next';
import { signal } from '@/lib/signal-server';

export const getServerSideProps: GetServerSideProps = async ({ req: { cookies }, res: { statusCode } }) => {
  signal.capture({ distinctId: cookies.uid ?? 'anon', event: 'orders_viewed', properties: { statusCode } });
  return { props: {} };
};
