import type { NextApiRequest, NextApiResponse } from 'next';
import { sendMail } from '@/lib/mail';
import { signal } from '@/lib/signal-server';

async function create(request: NextApiRequest) {
  signal.capture({ distinctId: request.body.userId, event: 'created' });
}

export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  sendMail(req.body.userId);
  await create(req);
  res.end();
}
