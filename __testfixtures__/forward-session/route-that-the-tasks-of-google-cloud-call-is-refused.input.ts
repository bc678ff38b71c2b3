// @file app/api/emails/route.ts
import { signal } from '@/lib/signal-server';

export async function POST(request: Request) {
  if (!request.headers.get('x-cloudtasks-queuename')) return new Response(null, { status: 403 });
  const { userId } = await request.json();
  signal.capture({ distinctId: userId, event: 'email_sent' });
  return new Response();
}
