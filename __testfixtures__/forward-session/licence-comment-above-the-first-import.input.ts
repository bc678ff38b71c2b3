// @file app/api/notes/route.ts
/**
 * Copyright 2024 The Notes Authors
 */

/* eslint-disable no-console */
import { createSignalServer } from 'signal-next/server';

const signal = createSignalServer({ apiKey: process.env.SIGNAL_API_KEY ?? '' });

export async function POST(request: Request) {
  const { userId } = await request.json();
  signal.capture({ distinctId: userId, event: 'note_saved' });
  return new Response(null, { status: 204 });
}
