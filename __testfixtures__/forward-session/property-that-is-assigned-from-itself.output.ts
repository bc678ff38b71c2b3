import { signal, getSessionInfo } from '@/lib/signal-server';

console.error = console.error.bind(console);

export async function POST(request: Request) {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  const url = new URL(request.url);
  url.pathname = url.pathname.replace(/a/, '');
  console.error(url.pathname.toString());
  signal.capture({
    distinctId: distinctId || 'u1',
    event: 'order_created',
    sessionId,
    windowId,
  });
  return Response.json({});
}
