import { getServerSession } from 'next-auth';
import { authOptions } from '@/lib/auth';
import { signal, getSessionInfo } from '@/lib/signal-server';

export async function POST(request: Request) {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  const isCron = request.headers.get('authorization') === `Bearer ${process.env.CRON_SECRET}`;
  const session = isCron ? null : await getServerSession(authOptions);
  signal.capture({
    distinctId: distinctId || session?.user.id,
    event: 'digest_requested',
    sessionId,
    windowId,
  });
  return Response.json({ ok: true });
}
