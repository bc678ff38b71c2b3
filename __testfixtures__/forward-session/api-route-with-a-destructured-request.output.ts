import type { NextApiRequest, NextApiResponse } from 'next';
import { getSessionInfo, signal } from '../../lib/signal-server';

const handler = async ({ body, headers, ...rest }: NextApiRequest, res: NextApiResponse) => {
  const { sessionId, windowId, distinctId } = getSessionInfo(headers);
  signal.capture({
    distinctId: distinctId || body.userId,
    event: 'note_saved',
    sessionId,
    windowId,
  });
  res.status(200).json({ ok: true });
};

export default withSession(handler);
