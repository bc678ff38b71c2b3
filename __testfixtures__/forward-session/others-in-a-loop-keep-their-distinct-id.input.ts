// @file app/api/orders/route.ts
import { signal } from '@/lib/signal-server';

export async function POST(request: Request) {
  const { members } = await request.json();
  members.forEach((member) => signal.capture({ distinctId: member.id, event: 'invited' }));
  for (const member of members) {
    signal.capture({ distinctId: member.id, event: 'mailed' });
  }
  return Response.json({});
}
