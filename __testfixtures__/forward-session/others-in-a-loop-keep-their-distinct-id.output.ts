import { signal, getSessionInfo } from '@/lib/signal-server';

export async function POST(request: Request) {
  const { sessionId, windowId } = getSessionInfo(request);
  const { members } = await request.json();
  members.forEach((member) =>
    signal.capture({ distinctId: member.id, event: 'invited', sessionId, windowId }),
  );
  for (const member of members) {
    signal.capture({ distinctId: member.id, event: 'mailed', sessionId, windowId });
  }
  return Response.json({});
}
