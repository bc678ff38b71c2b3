// @file app/api/teams/route.ts
import { signal } from '@/lib/signal-server';

export async function POST(request: Request) {
  const { members, ownerId } = await request.json();
  await Promise.all(
    members.map(async (member: { id: string }) => {
      signal.capture({ distinctId: member.id, event: 'member_added', properties: { by: ownerId } });
    }),
  ).catch((error) => {
    signal.capture({ distinctId: ownerId, event: 'members_failed', properties: { error } });
  });
  return Response.json({});
}
