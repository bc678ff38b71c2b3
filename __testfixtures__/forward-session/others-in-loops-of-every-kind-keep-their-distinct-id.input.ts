// @file app/api/teams/route.ts
import { signal } from '@/lib/signal-server';
import { membersOf, nextOf, pageOf } from '@/lib/users';

export async function POST(request: Request) {
  const { team } = await request.json();
  const members = await membersOf(team);
  for (let i = 0; i < members.length; i++) {
    signal.capture({ distinctId: members[i].id, event: 'team_renamed' });
  }
  for (let i = 0; i < members.length; i += 1) {
    const member = members[i];
    signal.capture({ distinctId: member.id, event: 'team_renamed' });
  }
  let at = 0;
  while (at < members.length) {
    const { id } = members[at++];
    signal.capture({ distinctId: id, event: 'team_renamed' });
  }
  for (let member = members.first; member; member = member.following) {
    signal.capture({ distinctId: member.id, event: 'team_renamed' });
  }
  return Response.json({});
}

export async function PUT(request: Request) {
  let user = await nextOf();
  while (user) {
    signal.capture({ distinctId: user.id, event: 'reminded' });
    user = await nextOf();
  }
  let lead;
  for (lead of await membersOf('leads')) {
    signal.capture({ distinctId: lead.id, event: 'reminded' });
  }
  let cursor;
  let owner;
  do {
    ({ owner, cursor } = await pageOf(cursor));
    signal.capture({ distinctId: owner.id, event: 'reminded' });
  } while (cursor);
  return Response.json({});
}

export async function PATCH(request: Request) {
  const { team } = await request.json();
  const queue = await membersOf(team);
  while (queue.length > 0) {
    const member = queue.pop();
    if (member) signal.capture({ distinctId: member.id, event: 'team_renamed' });
  }
  do {
    signal.capture({ distinctId: queue.shift().id, event: 'team_renamed' });
  } while (queue.length > 0);
  for (;;) {
    const job = await takeJob();
    if (!job) break;
    signal.capture({ distinctId: job.userId, event: 'job_taken' });
  }
  while (true) {
    const job = await getJob();
    if (!job) break;
    signal.capture({ distinctId: job.userId, event: 'job_taken' });
  }
  return Response.json({});
}
