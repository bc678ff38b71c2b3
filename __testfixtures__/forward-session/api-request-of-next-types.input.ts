// @file pages/api/order.ts
import type { NextApiRequest, NextApiResponse } from 'next/types';
import { signal } from '@/lib/signal-server';

export async function create(given: NextApiRequest, response: NextApiResponse) {
  signal.capture({ distinctId: given.body.userId, event: 'created' });
  response.end();
}
