// @file app/api/credit/route.ts
import { checkAccess, getUserFromAuth, loadAdminOr401 } from '@/lib/auth';
import { findUser } from '@/lib/users';
import { signal } from '@/lib/signal-server';

export async function POST(request: Request) {
  const { authFailedResponse, user: admin } = await getUserFromAuth({ adminOnly: true });
  if (authFailedResponse) return authFailedResponse;
  const { email } = await request.json();
  const user = await findUser(email);
  signal.capture({ distinctId: user.id, event: 'credits_issued' });
  signal.capture({ distinctId: admin.id, event: 'credit_given' });
  return Response.json({});
}

export async function PUT(request: Request) {
  const denied = await checkAccess(request, 'admin');
  if (denied) return denied;
  const { userId } = await request.json();
  signal.capture({ distinctId: userId, event: 'credits_changed' });
  return Response.json({});
}

export async function PATCH(request: Request) {
  const { response, person } = await loadAdminOr401(request);
  if (response) {
    return response;
  }
  const { userId } = await request.json();
  signal.capture({ distinctId: userId, event: 'credits_taken' });
  signal.capture({ distinctId: person.id, event: 'credit_taken_back' });
  return Response.json({});
}

export async function DELETE(request: Request) {
  const { user, failed } = await getUserFromAuth({ adminOnly: false });
  if (failed) return failed;
  const { userId } = await request.json();
  signal.capture({ distinctId: userId, event: 'credits_deleted' });
  signal.capture({ distinctId: user.id, event: 'deletion_made' });
  return Response.json({});
}
