import type { NextApiRequest, NextApiResponse } from 'next';
import { getSessionInfo, signal } from '@/lib/signal-server';

export default function handler(req: NextApiRequest, res: NextApiResponse) {
  const { sessionId, windowId, distinctId } = getSessionInfo(req);
  signal.capture({
    distinctId: distinctId || req.body.phone,
    event: 'call_back_requested',
    sessionId,
    windowId,
  });
  res.status(204).end();
}
