import { signal, getSessionInfo } from '@/lib/signal-server';

export async function POST(request: Request) {
  const { sessionId, windowId } = getSessionInfo(request);
  const { id } = await request.json();
  signal.setPersonProperties(id, { plan: 'pro' }, sessionId, windowId);
  signal.setPersonPropertiesOnce(id, { plan: 'pro' }, sessionId, windowId);
  signal.alias(id, 'other', sessionId, windowId);
  signal.group(id, 'company', 'acme', undefined, sessionId, windowId);
  signal.group(id, 'company', 'acme', { plan: 'pro' }, sessionId, windowId);
  signal.groupIdentify(
    { groupType: 'company', groupKey: 'acme' },
    sessionId,
    windowId,
  );
  return Response.json({});
}
