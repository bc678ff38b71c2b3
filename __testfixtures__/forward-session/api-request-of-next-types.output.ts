import type { NextApiRequest, NextApiResponse } from 'next/types';
import { getSessionInfo, signal } from '@/lib/signal-server';

export async function create(given: NextApiRequest, response: NextApiResponse) {
  const { sessionId, windowId, distinctId } = getSessionInfo(given);
  signal.capture({
    distinctId: distinctId || given.body.userId,
    event: 'created',
    sessionId,
    windowId,
  });
  response.end();
}
