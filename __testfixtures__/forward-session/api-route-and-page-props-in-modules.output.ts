import type { GetServerSidePropsContext, NextApiRequest, NextApiResponse } from 'next';
import { getSessionInfo, signal } from '@/lib/signal-server';

export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  const { sessionId, windowId, distinctId } = getSessionInfo(req);
  signal.capture({
    distinctId: distinctId || req.body.userId,
    event: 'order_created',
    sessionId,
    windowId,
  });
  res.status(200).json({});
}

export const getServerSideProps = async (context: GetServerSidePropsContext) => {
  const { sessionId, windowId, distinctId } = getSessionInfo(context.req);
  signal.capture({ distinctId: distinctId || 'u1', event: 'orders_seen', sessionId, windowId });
  return { props: {} };
};
