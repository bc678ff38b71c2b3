import type { NextApiRequest, NextApiResponse } from 'next';
import { createHandler } from '@/lib/api';
import { getSessionInfo, signal } from '@/lib/signal-server';

export default createHandler({
  async POST(req: NextApiRequest, res: NextApiResponse) {
    const { sessionId, windowId, distinctId } = getSessionInfo(req);
    signal.capture({
      distinctId: distinctId || req.body.userId,
      event: 'note_created',
      sessionId,
      windowId,
    });
    res.status(201).end();
  },
  DELETE: async (req: NextApiRequest, res: NextApiResponse) => {
    const { sessionId, windowId, distinctId } = getSessionInfo(req);
    signal.capture({
      distinctId: distinctId || String(req.query.userId),
      event: 'note_deleted',
      sessionId,
      windowId,
    });
    res.status(204).end();
  },
});
