import type { GetServerSidePropsContext as PageContext } from 'next';
import { withUser } from '@/lib/auth';
import { signal, getSessionInfo } from '@/lib/signal-server';

export const getServerSideProps = withUser(async (given: PageContext) => {
  const { sessionId, windowId, distinctId } = getSessionInfo(given.req);
  signal.capture({
    distinctId: distinctId || (given.params?.user as string),
    event: 'orders_seen',
    sessionId,
    windowId,
  });
  return { props: {} };
});

export default function Orders() {
  return <p>Orders</p>;
}
