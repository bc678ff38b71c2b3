import type { GetServerSideProps } from 'next';
import { signal, getSessionInfo } from '@/lib/signal-server';

export const getServerSideProps = (async (context) => {
  const { sessionId, windowId, distinctId } = getSessionInfo(context.req);
  signal.capture({
    distinctId: distinctId || 'u1',
    event: 'orders_viewed',
    sessionId,
    windowId,
  });
  return { props: {} };
}) satisfies GetServerSideProps<{}>;

export default function Orders() {
  return <h1>Orders</h1>;
}
