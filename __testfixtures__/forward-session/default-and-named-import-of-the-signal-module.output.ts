import signal, { plan, getSessionInfo } from '@/lib/signal-server';

export async function POST(request: Request) {
  const { sessionId, windowId } = getSessionInfo(request);
  signal.group('u1', 'company', 'acme', undefined, sessionId, windowId);
  signal.groupIdentify(
    { groupType: 'company', groupKey: 'acme', properties: { plan } },
    sessionId,
    windowId,
  );
  return Response.json({});
}
