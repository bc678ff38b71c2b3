import { signal, getSessionInfo } from '@/lib/signal-server';

export async function POST(signalRequest: Request) {
  const { sessionId, windowId, distinctId } = getSessionInfo(signalRequest);
  const request = new Request('https://mirror.example.com', { method: 'POST' });
  const response = await fetch(request);
  signal.capture({
    distinctId: distinctId || 'mirror',
    event: 'mirrored',
    properties: { status: response.status },
    sessionId,
    windowId,
  });
  return Response.json({});
}
