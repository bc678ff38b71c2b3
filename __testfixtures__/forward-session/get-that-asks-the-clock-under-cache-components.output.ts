import { signal, getSessionInfo } from '@/lib/signal-server';

export async function GET(request: Request) {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  const since = Date.now() - 60_000;
  const orders = await fetch(`https://orders.example.com/?since=${since}`);
  signal.capture({
    distinctId: distinctId || 'anon',
    event: 'orders_read',
    sessionId,
    windowId,
  });
  return Response.json(await orders.json());
}
