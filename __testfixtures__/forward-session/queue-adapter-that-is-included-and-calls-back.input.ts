// @file app/api/jobs/mail/route.ts
import { handleCallback } from '@vercel/queue';
import { inTransaction } from '@acme/db';
import { signal } from '@/lib/signal-server';

export const POST = handleCallback(async (request: Request) => inTransaction(async () => {
  signal.capture({ distinctId: 'shop', event: 'mail_sent' });
  return Response.json({});
}));
