import { signal, getSessionInfo, type SessionInfo } from '@/lib/signal-server';

async function ensure(
  userId: string,
  source?: string,
  extra: Record<string, unknown> = {},
  session?: SessionInfo,
) {
  const resolved = source ?? 'web';
  const all = { ...extra };
  signal.capture({
    distinctId: session?.distinctId || userId,
    event: 'ensured',
    properties: { resolved, ...all },
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
}

export async function POST(request: Request) {
  const session = getSessionInfo(request);
  await ensure('u1', 'mobile', undefined, session);
  return Response.json({});
}
