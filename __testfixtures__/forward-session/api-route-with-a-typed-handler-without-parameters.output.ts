import type { NextApiHandler } from 'next';
import { signal, getSessionInfo } from '@/lib/signal-server';

const handler: NextApiHandler = async (req) => {
  const { sessionId, windowId, distinctId } = getSessionInfo(req);
  signal.capture({
    distinctId: distinctId || 'monitor',
    event: 'pinged',
    sessionId,
    windowId,
  });
};

export default handler;
