import { signal, getSessionInfo } from '@/lib/signal-server';

export async function POST(request: Request) {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  const { members, ownerId } = await request.json();
  await Promise.all(
    members.map(async (member: { id: string }) => {
      signal.capture({
        distinctId: member.id,
        event: 'member_added',
        properties: { by: ownerId },
        sessionId,
        windowId,
      });
    }),
  ).catch((error) => {
    signal.capture({
      distinctId: distinctId || ownerId,
      event: 'members_failed',
      properties: { error },
      sessionId,
      windowId,
    });
  });
  return Response.json({});
}
