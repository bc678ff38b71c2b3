import { signal } from '@/lib/signal-server';
import { withParsed } from '@/lib/wrap';

export const POST = withParsed(async (req) => {
  signal.capture({ distinctId: req.auth.userId, event: 'saved' });
  return { ok: true };
});
