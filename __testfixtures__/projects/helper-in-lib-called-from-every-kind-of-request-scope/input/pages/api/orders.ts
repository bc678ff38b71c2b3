import type { NextApiRequest, NextApiResponse } from 'next';
import { trackOrder } from '@/lib/analytics';

export default function handler(req: NextApiRequest, res: NextApiResponse) {
  trackOrder(req.body.userId, 'order_imported');
  res.status(202).end();
}
