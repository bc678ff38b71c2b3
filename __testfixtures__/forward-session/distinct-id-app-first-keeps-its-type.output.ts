import { signal, getSessionInfo } from '@/lib/signal-server';

declare function currentAccount(): Promise<{ id: string; email?: string }>;

export async function POST(request: Request) {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  const account = await currentAccount();
  signal.capture({
    distinctId: account.id || distinctId!,
    event: 'ordered',
    sessionId,
    windowId,
  });
  signal.capture({
    distinctId: (account.email ?? account.id) || distinctId!,
    event: 'paid',
    sessionId,
    windowId,
  });
  signal.capture({
    distinctId: account.email! || distinctId!,
    event: 'asserted',
    sessionId,
    windowId,
  });
  return Response.json({});
}
