import { AutoRouter } from 'itty-router';
import { signal, getSessionInfo } from '@/lib/signal-server';

const router = AutoRouter({ base: '/api' });

router.post('/orders', async (request) => {
  const { sessionId, windowId, distinctId } = getSessionInfo(request.headers);
  const body = await request.json();
  signal.capture({
    distinctId: distinctId || body.userId,
    event: 'order_created',
    sessionId,
    windowId,
  });
  return body;
});

export const POST = router.fetch;
