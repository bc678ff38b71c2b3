import { signal, getSessionInfo } from '@/lib/signal-server';

export async function POST(request: Request) {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  const user = await request.json();
  const event = { distinctId: user.id as string, event: 'order_created' };
  signal.capture({
    ...event,
    distinctId: distinctId || event.distinctId,
    sessionId,
    windowId,
  });
  const traits = { distinctId: user.id as string };
  signal.identify({ ...traits, sessionId, windowId });
  const build = () => ({ distinctId: 'u1', event: 'built' });
  signal.capture({ ...build(), sessionId, windowId });
  signal.capture({ ...(user.ok ? event : build()), sessionId, windowId });
  signal.capture({ ...(user.event ?? event), sessionId, windowId });
  return Response.json({});
}
