import { signal, getSessionInfo } from '@/lib/signal-server';

export async function GET(request: Request) {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  const { searchParams } = new URL(request.url);
  const code = searchParams.get('code');
  signal.capture({
    distinctId: distinctId || searchParams.get('user')!,
    event: 'promo_checked',
    properties: { code },
    sessionId,
    windowId,
  });
  return Response.json({ valid: code === 'SPRING' });
}
