// @file pages/api/export.ts
import type { NextApiRequest, NextApiResponse } from 'next';
import { waitUntil } from '@vercel/functions';
import { archive } from '@/lib/archive';
import { signal } from '@/lib/signal-server';

export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  const { userId } = req.body;
  const stream = archive();
  stream.on('end', () => signal.capture({ distinctId: userId, event: 'export_finished' }));
  setTimeout(() => signal.capture({ distinctId: userId, event: 'export_waited' }), 1000);
  await Promise.all([
    fetch('https://example.com').then(() => signal.capture({ distinctId: userId, event: 'fetched' })),
    (async () => {
      signal.capture({ distinctId: userId, event: 'export_started' });
    })(),
  ]);
  waitUntil(Promise.resolve().then(() => signal.flush()));
  res.status(200).json({});
}
