import { signal } from '@/lib/signal-server';
import { withUser } from '@/lib/wrap';

export const POST = withUser(async (req) => {
  signal.capture({ distinctId: req.nextUrl.pathname, event: 'seen' });
  return { ok: true };
});
