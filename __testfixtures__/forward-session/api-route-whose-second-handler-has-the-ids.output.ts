import type { NextApiRequest, NextApiResponse } from 'next';
import { getSessionInfo, signal } from '@/lib/signal-server';

async function create(req: NextApiRequest) {
  const { sessionId, windowId, distinctId } = getSessionInfo(req);
  signal.capture({ distinctId: distinctId || req.body.userId, event: 'created', sessionId, windowId });
}

async function remove(req: NextApiRequest, res: NextApiResponse) {
  const { sessionId, windowId, distinctId } = getSessionInfo(req);
  signal.capture({ distinctId: distinctId || req.body.userId, event: 'removed', sessionId, windowId });
  res.status(204).end();
}

export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  if (req.method === 'POST') await create(req);
  else await remove(req, res);
}
