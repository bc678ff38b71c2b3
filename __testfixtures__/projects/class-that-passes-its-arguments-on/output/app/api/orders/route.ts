import { ServerSignal, getSessionInfo } from '../../../lib/server-signal';

export async function POST(request: Request) {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  const { userId } = (await request.json()) as { userId: string };
  const signal = new ServerSignal();
  signal.capture({
    distinctId: distinctId || userId,
    event: 'ordered',
    sessionId,
    windowId,
  });
  await signal.flush();
  return Response.json({});
}
