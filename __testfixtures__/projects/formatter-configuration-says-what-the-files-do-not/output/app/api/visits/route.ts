import {
  signal,
  getSessionInfo,
} from '@/lib/signal-server';

export async function POST(request: Request) {
  const { sessionId, windowId, distinctId } =
    getSessionInfo(request);
  const { id } = await request.json();
  signal.capture({
    distinctId: distinctId || id,
    event: 'visited',
    sessionId,
    windowId,
  });
  return Response.json({ ok: true });
}
