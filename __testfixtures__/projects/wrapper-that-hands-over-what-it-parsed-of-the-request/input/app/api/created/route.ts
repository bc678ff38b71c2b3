import { signal } from '@/lib/signal-server';
import { createHandler } from '@/lib/wrap';

const schema = { validate: async (value: unknown) => value as { auth: { userId: string } } };

export const POST = createHandler({
  schema,
  handler: async (req) => {
    signal.capture({ distinctId: req.auth.userId, event: 'created' });
    return { ok: true };
  },
});
