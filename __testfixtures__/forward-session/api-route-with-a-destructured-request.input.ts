// @file pages/api/notes.ts
import type { NextApiRequest, NextApiResponse } from 'next';
import { signal } from '../../lib/signal-server';

const handler = async ({ body, ...rest }: NextApiRequest, res: NextApiResponse) => {
  signal.capture({ distinctId: body.userId, event: 'note_saved' });
  res.status(200).json({ ok: true });
};

export default withSession(handler);
