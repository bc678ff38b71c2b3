// @file app/api/jobs/mail/route.ts
import { verifySignatureAppRouter } from '@upstash/qstash/nextjs';
import { signal } from '@/lib/signal-server';

async function handler(request: Request) {
  const { userId } = await request.json();
  signal.capture({ distinctId: userId, event: 'mail_sent' });
  return Response.json({ ok: true });
}

export const POST = verifySignatureAppRouter(handler);
