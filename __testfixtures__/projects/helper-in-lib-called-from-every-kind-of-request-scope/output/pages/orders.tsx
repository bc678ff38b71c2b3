import type { GetServerSideProps } from 'next';
import { trackOrder } from '@/lib/analytics';
import { getSessionInfo } from '@/lib/signal-server';

export const getServerSideProps: GetServerSideProps = async ({
  query,
  req,
}) => {
  const session = getSessionInfo(req);
  trackOrder(String(query.user), 'orders_opened', session);
  return { props: {} };
};

export default function Orders() {
  return <h1>Orders</h1>;
}
