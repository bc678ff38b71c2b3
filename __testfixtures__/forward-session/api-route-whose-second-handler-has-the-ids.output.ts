import type { NextApiRequest, NextApiResponse } from 'next';
import { getSessionInfo, type SessionInfo, signal } from '@/lib/signal-server';

async function create(req: NextApiRequest) {
  const { sessionId, windowId, distinctId } = getSessionInfo(req);
  signal.capture({ distinctId: distinctId || req.body.userId, event: 'created', sessionId, windowId });
}

async function remove(req: NextApiRequest, res: NextApiResponse, session?: SessionInfo) {
  signal.capture({
    distinctId: session?.distinctId || req.body.userId,
    event: 'removed',
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
  res.status(204).end();
}

export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  const session = getSessionInfo(req);
  if (req.method === 'POST') await create(req);
  else await remove(req, res, session);
}
