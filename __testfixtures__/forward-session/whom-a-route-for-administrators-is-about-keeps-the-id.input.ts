// @file app/admin/api/credit/route.ts
import { getUser } from '@/lib/auth';
import { findUser } from '@/lib/users';
import { signal } from '@/lib/signal-server';

export async function POST(request: Request) {
  const me = await getUser(request);
  const { email } = await request.json();
  const user = await findUser(email);
  signal.capture({ distinctId: user.id, event: 'credits_issued' });
  signal.capture({ distinctId: me.id, event: 'credit_given' });
  return Response.json({});
}
