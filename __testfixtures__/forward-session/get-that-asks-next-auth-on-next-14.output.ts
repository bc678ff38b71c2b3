import { auth } from '@/auth';
import { signal, getSessionInfo } from '@/lib/signal-server';

export async function GET(request: Request) {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  const session = await auth();
  signal.capture({
    distinctId: distinctId || (session?.user?.id ?? ''),
    event: 'orders_read',
    sessionId,
    windowId,
  });
  return Response.json({});
}
