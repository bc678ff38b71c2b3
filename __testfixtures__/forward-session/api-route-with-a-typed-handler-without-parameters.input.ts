// @file pages/api/ping.ts
import type { NextApiHandler } from 'next';
import { signal } from '@/lib/signal-server';

const handler: NextApiHandler = async () => {
  signal.capture({ distinctId: 'monitor', event: 'pinged' });
};

export default handler;
