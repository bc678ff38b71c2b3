// @file pages/orders.tsx
import type { GetServerSidePropsContext as PageContext } from 'next';
import { withUser } from '@/lib/auth';
import { signal } from '@/lib/signal-server';

export const getServerSideProps = withUser(async (given: PageContext) => {
  signal.capture({ distinctId: given.params?.user as string, event: 'orders_seen' });
  return { props: {} };
});

export default function Orders() {
  return <p>Orders</p>;
}
