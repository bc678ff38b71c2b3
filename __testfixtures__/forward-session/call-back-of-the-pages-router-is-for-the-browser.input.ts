// @file pages/api/support/callback.ts
import type { NextApiRequest, NextApiResponse } from 'next';
import { signal } from '@/lib/signal-server';

export default function handler(req: NextApiRequest, res: NextApiResponse) {
  signal.capture({ distinctId: req.body.phone, event: 'call_back_requested' });
  res.status(204).end();
}
