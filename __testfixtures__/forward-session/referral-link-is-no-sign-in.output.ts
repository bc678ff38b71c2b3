import { redirect } from 'next/navigation';
import { signal, getSessionInfo } from '@/lib/signal-server';

export async function GET(request: Request) {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  const code = new URL(request.url).searchParams.get('code');
  signal.capture({
    distinctId: distinctId || code!,
    event: 'referral_followed',
    sessionId,
    windowId,
  });
  redirect('/');
}
