import type { NextApiRequest as Req, NextApiResponse as Res } from 'next';
import { withAuth } from '@/lib/auth';
import { getSessionInfo, signal } from '@/lib/signal-server';

async function remove(incoming: Req) {
  const { sessionId, windowId, distinctId } = getSessionInfo(incoming);
  signal.capture({
    distinctId: distinctId || incoming.body.userId,
    event: 'note_removed',
    sessionId,
    windowId,
  });
}

async function handler(incoming: Req, res: Res) {
  const { sessionId, windowId, distinctId } = getSessionInfo(incoming);
  if (incoming.method === 'DELETE') await remove(incoming);
  signal.capture({
    distinctId: distinctId || incoming.body.userId,
    event: 'note_saved',
    sessionId,
    windowId,
  });
  return res.status(200).json({ ok: true });
}

export default withAuth(handler);
