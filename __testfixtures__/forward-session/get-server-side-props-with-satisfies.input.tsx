// @file pages/orders.tsx
import type { GetServerSideProps } from 'next';
import { signal } from '@/lib/signal-server';

export const getServerSideProps = (async () => {
  signal.capture({ distinctId: 'u1', event: 'orders_viewed' });
  return { props: {} };
}) satisfies GetServerSideProps<{}>;

export default function Orders() {
  return <h1>Orders</h1>;
}
