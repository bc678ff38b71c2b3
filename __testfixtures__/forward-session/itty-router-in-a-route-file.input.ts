// @file app/api/[...all]/route.ts
import { AutoRouter } from 'itty-router';
import { signal } from '@/lib/signal-server';

const router = AutoRouter({ base: '/api' });

router.post('/orders', async (request) => {
  const body = await request.json();
  signal.capture({ distinctId: body.userId, event: 'order_created' });
  return body;
});

export const POST = router.fetch;
