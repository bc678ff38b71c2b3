// @file pages/api/notes.ts
import type { NextRequest } from 'next/server';
import { signal } from '@/lib/signal-server';

export const config = { runtime: 'edge' };

export default async function handler(req: NextRequest) {
  const { userId } = await req.json();
  signal.capture({ distinctId: userId, event: 'note_saved' });
  return new Response('ok');
}
