import type { NextApiRequest, NextApiResponse } from 'next';
import { record } from '@/lib/signal';

export default function stock(req: NextApiRequest, res: NextApiResponse) {
  record(req, 'stock asked');
  res.status(200).send('in stock');
}
