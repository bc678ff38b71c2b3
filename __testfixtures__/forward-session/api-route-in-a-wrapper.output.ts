import type { NextApiRequest, NextApiResponse } from 'next';
import { withAuth } from '@/lib/auth';
import { getSessionInfo, signal } from '@/lib/signal-server';

async function handler(req: NextApiRequest, res: NextApiResponse) {
  const { sessionId, windowId, distinctId } = getSessionInfo(req);
  if (req.method !== 'POST') return res.status(405).end();
  signal.capture({
    distinctId: distinctId || req.body.userId,
    event: 'note_saved',
    sessionId,
    windowId,
  });
  return res.status(200).json({ ok: true });
}

export default withAuth(handler);
