// @file pages/api/notes.ts
import type { NextApiRequest, NextApiResponse } from 'next';
import { createHandler } from '@/lib/api';
import { signal } from '@/lib/signal-server';

export default createHandler({
  async POST(req: NextApiRequest, res: NextApiResponse) {
    signal.capture({ distinctId: req.body.userId, event: 'note_created' });
    res.status(201).end();
  },
  DELETE: async (req: NextApiRequest, res: NextApiResponse) => {
    signal.capture({ distinctId: String(req.query.userId), event: 'note_deleted' });
    res.status(204).end();
  },
});
