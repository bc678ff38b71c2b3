import { AsyncLocalStorage } from 'node:async_hooks';
import { signal, getSessionInfo } from '@/lib/signal-server';

const tenant = new AsyncLocalStorage<string>();

export async function GET(request: Request) {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  return tenant.run('shop', async () => {
    const query = new URL(request.url).searchParams.get('q');
    signal.capture({
      distinctId: distinctId || 'shop',
      event: 'searched',
      properties: { query },
      sessionId,
      windowId,
    });
    return Response.json({ query });
  });
}
