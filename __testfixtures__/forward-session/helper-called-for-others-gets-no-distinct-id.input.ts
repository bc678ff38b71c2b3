// @file app/api/teams/route.ts
import { signal } from '@/lib/signal-server';

function trackMember(memberId: string, event: string) {
  signal.capture({ distinctId: memberId, event });
}

export async function POST(request: Request) {
  const { members, ownerId } = await request.json();
  trackMember(ownerId, 'team_created');
  for (const member of members) trackMember(member.id, 'member_added');
  return Response.json({});
}
