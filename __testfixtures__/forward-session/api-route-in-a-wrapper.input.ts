// @file pages/api/notes.ts
import type { NextApiRequest, NextApiResponse } from 'next';
import { withAuth } from '@/lib/auth';
import { signal } from '@/lib/signal-server';

async function handler(req: NextApiRequest, res: NextApiResponse) {
  if (req.method !== 'POST') return res.status(405).end();
  signal.capture({ distinctId: req.body.userId, event: 'note_saved' });
  return res.status(200).json({ ok: true });
}

export default withAuth(handler);
