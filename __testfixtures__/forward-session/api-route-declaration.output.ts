import type { NextApiRequest, NextApiResponse } from 'next';
import { getSessionInfo, signal } from '../../lib/signal-server';

export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  const { sessionId, windowId, distinctId } = getSessionInfo(req);
  signal.capture({
    distinctId: distinctId || req.body.userId,
    event: 'note_saved',
    sessionId,
    windowId,
  });
  res.status(200).json({ ok: true });
}
