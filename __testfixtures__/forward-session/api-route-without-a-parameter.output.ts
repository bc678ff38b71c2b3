import type { NextApiRequest } from 'next';
import { signal, getSessionInfo } from '../../lib/signal-server';

export default function handler(req: NextApiRequest) {
  const { sessionId, windowId, distinctId } = getSessionInfo(req);
  signal.capture({
    distinctId: distinctId || 'x',
    event: 'note_saved',
    sessionId,
    windowId,
  });
}
