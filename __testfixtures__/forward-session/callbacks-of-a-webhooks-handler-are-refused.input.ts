// @file app/api/users/route.ts
import { createWebhooksHandler } from '@acme/users-webhooks-handler';
import { signal } from '@/lib/signal-server';

const handler = createWebhooksHandler({
  secret: process.env.USERS_WEBHOOK_SECRET,
  onUserCreated: async (user) => {
    signal.capture({ distinctId: user.id, event: 'registered' });
  },
});

export async function POST(request: Request) {
  return (await handler.POST(request)) ?? Response.json({});
}
