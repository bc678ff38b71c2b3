// @file app/api/chat/route.ts
import { retry } from '@/lib/retry';
import { db } from '@/lib/db';
import { signal } from '@/lib/signal-server';

let settings: Settings | undefined;

export async function POST(request: Request) {
  const { userId, lines } = await request.json();
  if (!settings) {
    settings = await loadSettings();
  }
  await retry(() => signal.capture({ distinctId: userId, event: 'ordered' }));
  await db.transaction(async (tx) => {
    await tx.insert(lines);
    signal.capture({ distinctId: userId, event: 'saved' });
  });
  return Response.json(settings);
}
