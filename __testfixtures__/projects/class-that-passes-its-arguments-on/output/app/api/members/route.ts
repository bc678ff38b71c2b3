import { identify, getSessionInfo } from '../../../lib/server-signal';

export async function POST(request: Request) {
  const { sessionId, windowId } = getSessionInfo(request);
  const { userId, name } = (await request.json()) as { userId: string; name: string };
  identify({ distinctId: userId, properties: { name }, sessionId, windowId });
  return Response.json({});
}
