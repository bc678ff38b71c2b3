// @file pages/api/notes.ts
import type { NextApiRequest as Req, NextApiResponse as Res } from 'next';
import { withAuth } from '@/lib/auth';
import { signal } from '@/lib/signal-server';

async function remove(incoming: Req) {
  signal.capture({ distinctId: incoming.body.userId, event: 'note_removed' });
}

async function handler(incoming: Req, res: Res) {
  if (incoming.method === 'DELETE') await remove(incoming);
  signal.capture({ distinctId: incoming.body.userId, event: 'note_saved' });
  return res.status(200).json({ ok: true });
}

export default withAuth(handler);
