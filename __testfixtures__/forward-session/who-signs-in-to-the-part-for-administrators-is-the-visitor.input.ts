// @file app/admin/login/route.ts
import { findUser } from '@/lib/users';
import { signal } from '@/lib/signal-server';

export async function POST(request: Request) {
  const { email } = await request.json();
  const user = await findUser(email);
  signal.capture({ distinctId: user.id, event: 'admin_signed_in' });
  return Response.json({});
}
