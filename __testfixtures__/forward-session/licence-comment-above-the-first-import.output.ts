/**
 * Copyright 2024 The Notes Authors
 */

/* eslint-disable no-console */
import { createSignalServer } from 'signal-next/server';
import { getSessionInfo } from '@/lib/signal-server';

const signal = createSignalServer({ apiKey: process.env.SIGNAL_API_KEY ?? '' });

export async function POST(request: Request) {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  const { userId } = await request.json();
  signal.capture({
    distinctId: distinctId || userId,
    event: 'note_saved',
    sessionId,
    windowId,
  });
  return new Response(null, { status: 204 });
}
