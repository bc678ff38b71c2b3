// @file features/orders.ts
import type { GetServerSidePropsContext, NextApiRequest, NextApiResponse } from 'next';
import { signal } from '@/lib/signal-server';

export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  signal.capture({ distinctId: req.body.userId, event: 'order_created' });
  res.status(200).json({});
}

export const getServerSideProps = async (context: GetServerSidePropsContext) => {
  signal.capture({ distinctId: 'u1', event: 'orders_seen' });
  return { props: {} };
};
