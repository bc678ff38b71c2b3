import { signal, getSessionInfo } from '@/lib/signal-server';

const KIND = 'application/json';

export async function POST(request: Request) {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  if (request.headers.get('content-type') !== KIND) return new Response();
  if (request.headers.get('accept') !== 'text/' + process.env.KIND) return new Response();
  signal.capture({ distinctId: distinctId || 'a', event: 'sent', sessionId, windowId });
  return Response.json({ ok: true });
}
