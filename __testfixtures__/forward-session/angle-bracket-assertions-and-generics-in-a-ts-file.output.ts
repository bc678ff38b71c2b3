import { signal, getSessionInfo } from '@/lib/signal-server';

const first = <T>(items: T[]): T | undefined => items[0];

export async function POST(request: Request) {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  const body = <{ userId: string; tags: string[] }>await request.json();
  signal.capture({
    distinctId: distinctId || <string>body.userId,
    event: 'tagged',
    properties: { tag: first<string>(body.tags) },
    sessionId,
    windowId,
  });
  return Response.json({ ok: true });
}
