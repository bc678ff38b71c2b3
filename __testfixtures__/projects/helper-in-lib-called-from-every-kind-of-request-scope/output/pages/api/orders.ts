import type { NextApiRequest, NextApiResponse } from 'next';
import { trackOrder } from '@/lib/analytics';
import { getSessionInfo } from '@/lib/signal-server';

export default function handler(req: NextApiRequest, res: NextApiResponse) {
  const session = getSessionInfo(req);
  trackOrder(req.body.userId, 'order_imported', session);
  res.status(202).end();
}
