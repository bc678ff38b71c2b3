// @file app/api/teams/route.ts
import { signal } from '@/lib/signal-server';
import { membersOf } from '@/lib/users';

export async function POST(request: Request) {
  const { team } = await request.json();
  const members = await membersOf(team);
  const notify = async (member: { id: string }) => {
    signal.capture({ distinctId: member.id, event: 'team_renamed' });
  };
  await Promise.all(members.map(notify));
  return Response.json({});
}

export async function PUT(request: Request) {
  const { team } = await request.json();
  const notify = async ({ id }: { id: string }) => {
    signal.capture({ distinctId: id, event: 'team_renamed' });
  };
  for (const member of await membersOf(team)) await notify(member);
  return Response.json({});
}

export async function PATCH(request: Request) {
  const { team } = await request.json();
  const members = await membersOf(team);
  function notify(event: string, member: { id: string }) {
    signal.capture({ distinctId: member.id, event });
  }
  members.forEach((member) => notify('team_renamed', member));
  return Response.json({});
}

export async function DELETE(request: Request) {
  const { team } = await request.json();
  const members = await membersOf(team);
  const send = (id: string) => signal.capture({ distinctId: id, event: 'team_deleted' });
  const notify = (index: number) => send(members[index].id);
  for (let i = 0; i < members.length; i++) notify(i);
  return Response.json({});
}
