// @file app/api/users/route.ts
import { db } from '@/lib/db';
import { signal } from '@/lib/signal-server';

export async function POST(request: Request) {
  const input = await request.json();
  const user = await db.$transaction(async (tx) => {
    const created = await tx.user.create({ data: input });
    signal.capture({ distinctId: created.id, event: 'user_created' });
    return created;
  });
  return Response.json(user);
}
