// @file pages/api/notes.ts
import type { NextApiRequest, NextApiResponse } from 'next';
import { signal } from '../../lib/signal-server';

export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  signal.capture({ distinctId: req.body.userId, event: 'note_saved' });
  res.status(200).json({ ok: true });
}
