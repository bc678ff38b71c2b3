// @file pages/api/integrations/[name]/finish.ts
import type { NextApiRequest, NextApiResponse } from 'next';
import { getServerSession } from 'next-auth';
import { signal } from '@/lib/signal-server';

export default async function handler(req: NextApiRequest, res: NextApiResponse & { redirect(url: string): void }) {
  const session = await getServerSession(req, res);
  const { code, state } = req.query;
  await connect(session.user.id, code, state);
  signal.capture({ distinctId: session.user.id, event: 'account_connected' });
  res.redirect('/settings');
}

declare function connect(...given: unknown[]): Promise<void>;
