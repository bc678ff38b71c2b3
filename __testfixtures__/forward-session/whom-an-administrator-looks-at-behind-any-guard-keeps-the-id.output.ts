import { getMember, getSession, getUser, isAdminAsync } from '@/lib/auth';
import { hasRole, requireRole, Role } from '@/lib/roles';
import { getSessionInfo, signal } from '@/lib/signal-server';
import { withAdmin, withAuth } from '@/lib/wrappers';

export async function POST(request: Request) {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  const session = await getSession();
  if (!(await isAdminAsync(session?.user.email))) {
    return Response.json({ error: 'Unauthorized' }, { status: 401 });
  }
  const { memberId } = await request.json();
  const member = await getMember(memberId);
  signal.capture({
    distinctId: member.id,
    event: 'member_approved',
    sessionId,
    windowId,
  });
  signal.capture({
    distinctId: distinctId || session.user.id,
    event: 'approval_given',
    sessionId,
    windowId,
  });
  return Response.json({});
}

export async function PUT(request: Request) {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  const user = await getUser(request);
  if (!user || user.role !== Role.ADMIN) throw new Error('Forbidden');
  const { memberId } = await request.json();
  signal.capture({
    distinctId: memberId,
    event: 'member_banned',
    sessionId,
    windowId,
  });
  signal.capture({
    distinctId: distinctId || user.id,
    event: 'ban_issued',
    sessionId,
    windowId,
  });
  return Response.json({});
}

export async function PATCH(request: Request) {
  const { sessionId, windowId } = getSessionInfo(request);
  await requireRole(request, 'admin');
  const { userId } = await request.json();
  signal.capture({
    distinctId: userId,
    event: 'user_banned',
    sessionId,
    windowId,
  });
  return Response.json({});
}

export const DELETE = withAdmin(async (request, { user }) => {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  const { userId } = await request.json();
  signal.capture({
    distinctId: userId,
    event: 'user_deleted',
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
});

export const GET = withAuth(
  async (request: Request) => {
    const { sessionId, windowId } = getSessionInfo(request);
    const { memberId } = await request.json();
    signal.capture({
      distinctId: memberId,
      event: 'member_seen',
      sessionId,
      windowId,
    });
    return Response.json({});
  },
  { role: 'admin' },
);

export async function OPTIONS(request: Request) {
  const { sessionId, windowId } = getSessionInfo(request);
  const person = await getUser(request);
  if (!hasRole(person, 'admin')) return Response.json({}, { status: 403 });
  const { memberId } = await request.json();
  signal.capture({
    distinctId: memberId,
    event: 'member_asked',
    sessionId,
    windowId,
  });
  return Response.json({});
}
