import { signal, getSessionInfo } from '@/lib/signal-server';

export async function GET(_: Request, { params }: { params: { path?: string[] } }) {
  const { sessionId, windowId, distinctId } = getSessionInfo(_);
  signal.capture({
    distinctId: distinctId || 'anon',
    event: 'file_read',
    properties: { path: params.path },
    sessionId,
    windowId,
  });
  return Response.json({});
}
