import { trackInvite, trackMember } from '@/lib/analytics';

export async function POST(request: Request) {
  const { team, ownerId, members } = await request.json();
  trackMember(ownerId, 'team_created');
  for (const member of members) {
    trackMember(member.id, 'member_added');
    trackInvite({ userId: member.id, team });
  }
  return Response.json({ ok: true });
}

export async function DELETE(request: Request) {
  const members = (await request.json()) as { id: string }[];
  members.forEach(({ id }) => trackMember(id, 'member_removed'));
  return Response.json({ ok: true });
}
