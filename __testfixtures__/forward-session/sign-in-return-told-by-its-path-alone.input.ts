// @file app/api/google/callback/route.ts
import { finish } from '@/lib/google';
import { signal } from '@/lib/signal-server';

export async function GET(request: Request) {
  const { user, response } = await finish(request);
  signal.capture({ distinctId: user.id, event: 'google_connected' });
  return response;
}
