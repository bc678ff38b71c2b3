import type { GetServerSideProps } from 'next';
import { signal, getSessionInfo } from '@/lib/signal-server';

export const getServerSideProps: GetServerSideProps = async ({ req: { cookies, headers }, res: { statusCode } }) => {
  const { sessionId, windowId, distinctId } = getSessionInfo(headers);
  signal.capture({
    distinctId: distinctId || (cookies.uid ?? 'anon'),
    event: 'orders_viewed',
    properties: { statusCode },
    sessionId,
    windowId,
  });
  return { props: {} };
};
