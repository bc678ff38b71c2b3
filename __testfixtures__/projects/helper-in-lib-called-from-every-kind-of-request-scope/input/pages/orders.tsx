import type { GetServerSideProps } from 'next';
import { trackOrder } from '@/lib/analytics';

export const getServerSideProps: GetServerSideProps = async ({ query }) => {
  trackOrder(String(query.user), 'orders_opened');
  return { props: {} };
};

export default function Orders() {
  return <h1>Orders</h1>;
}
