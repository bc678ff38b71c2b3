import type { NextApiRequest, NextApiResponse } from 'next';
import { waitUntil } from '@vercel/functions';
import { archive } from '@/lib/archive';
import { getSessionInfo, signal } from '@/lib/signal-server';

export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  const { sessionId, windowId, distinctId } = getSessionInfo(req);
  const { userId } = req.body;
  const stream = archive();
  stream.on('end', () =>
    signal.capture({ distinctId: distinctId || userId, event: 'export_finished', sessionId, windowId }),
  );
  setTimeout(
    () => signal.capture({ distinctId: distinctId || userId, event: 'export_waited', sessionId, windowId }),
    1000,
  );
  await Promise.all([
    fetch('https://example.com').then(() =>
      signal.capture({ distinctId: distinctId || userId, event: 'fetched', sessionId, windowId }),
    ),
    (async () => {
      signal.capture({ distinctId: distinctId || userId, event: 'export_started', sessionId, windowId });
    })(),
  ]);
  waitUntil(Promise.resolve().then(() => signal.flush()));
  res.status(200).json({});
}
