import type { NextApiRequest, NextApiResponse } from 'next';
import { sendMail } from '@/lib/mail';
import { getSessionInfo, signal } from '@/lib/signal-server';

async function create(request: NextApiRequest) {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  signal.capture({
    distinctId: distinctId || request.body.userId,
    event: 'created',
    sessionId,
    windowId,
  });
}

export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  const session = getSessionInfo(req);
  sendMail(req.body.userId, session);
  await create(req);
  res.end();
}
