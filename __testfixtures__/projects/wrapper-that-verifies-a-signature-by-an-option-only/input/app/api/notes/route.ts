import { withGuard } from '@/lib/guard';
import { signal } from '@/lib/signal-server';

export const POST = withGuard(async (request) => {
  const { userId } = await request.json();
  signal.capture({ distinctId: userId, event: 'noted' });
  return Response.json({});
});
