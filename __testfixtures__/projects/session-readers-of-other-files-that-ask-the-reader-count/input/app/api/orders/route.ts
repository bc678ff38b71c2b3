import { ids, windowOf } from '@/lib/session';
import { signal } from '@/lib/signal-server';

export async function POST(request: Request) {
  signal.capture({ distinctId: 'u1', event: 'ordered', ...ids(request) });
  signal.alias('u1', 'u2', ids(request).sessionId, windowOf(request));
  return Response.json({});
}
