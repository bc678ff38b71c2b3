// @file app/api/digest/route.ts
import { getServerSession } from 'next-auth';
import { authOptions } from '@/lib/auth';
import { signal } from '@/lib/signal-server';

export async function POST(request: Request) {
  const isCron = request.headers.get('authorization') === `Bearer ${process.env.CRON_SECRET}`;
  const session = isCron ? null : await getServerSession(authOptions);
  signal.capture({ distinctId: session?.user.id, event: 'digest_requested' });
  return Response.json({ ok: true });
}
