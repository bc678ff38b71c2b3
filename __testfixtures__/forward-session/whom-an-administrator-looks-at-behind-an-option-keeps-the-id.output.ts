import { checkAccess, getUserFromAuth, loadAdminOr401 } from '@/lib/auth';
import { findUser } from '@/lib/users';
import { getSessionInfo, signal } from '@/lib/signal-server';

export async function POST(request: Request) {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  const { authFailedResponse, user: admin } = await getUserFromAuth({ adminOnly: true });
  if (authFailedResponse) return authFailedResponse;
  const { email } = await request.json();
  const user = await findUser(email);
  signal.capture({ distinctId: user.id, event: 'credits_issued', sessionId, windowId });
  signal.capture({
    distinctId: distinctId || admin.id,
    event: 'credit_given',
    sessionId,
    windowId,
  });
  return Response.json({});
}

export async function PUT(request: Request) {
  const { sessionId, windowId } = getSessionInfo(request);
  const denied = await checkAccess(request, 'admin');
  if (denied) return denied;
  const { userId } = await request.json();
  signal.capture({ distinctId: userId, event: 'credits_changed', sessionId, windowId });
  return Response.json({});
}

export async function PATCH(request: Request) {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  const { response, person } = await loadAdminOr401(request);
  if (response) {
    return response;
  }
  const { userId } = await request.json();
  signal.capture({ distinctId: userId, event: 'credits_taken', sessionId, windowId });
  signal.capture({
    distinctId: distinctId || person.id,
    event: 'credit_taken_back',
    sessionId,
    windowId,
  });
  return Response.json({});
}

export async function DELETE(request: Request) {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  const { user, failed } = await getUserFromAuth({ adminOnly: false });
  if (failed) return failed;
  const { userId } = await request.json();
  signal.capture({
    distinctId: distinctId || userId,
    event: 'credits_deleted',
    sessionId,
    windowId,
  });
  signal.capture({
    distinctId: distinctId || user.id,
    event: 'deletion_made',
    sessionId,
    windowId,
  });
  return Response.json({});
}
