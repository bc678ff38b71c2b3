// @file app/api/members/route.ts
import { getMember, getSession, getUser, isAdminAsync } from '@/lib/auth';
import { hasRole, requireRole, Role } from '@/lib/roles';
import { signal } from '@/lib/signal-server';
import { withAdmin, withAuth } from '@/lib/wrappers';

export async function POST(request: Request) {
  const session = await getSession();
  if (!(await isAdminAsync(session?.user.email))) {
    return Response.json({ error: 'Unauthorized' }, { status: 401 });
  }
  const { memberId } = await request.json();
  const member = await getMember(memberId);
  signal.capture({ distinctId: member.id, event: 'member_approved' });
  signal.capture({ distinctId: session.user.id, event: 'approval_given' });
  return Response.json({});
}

export async function PUT(request: Request) {
  const user = await getUser(request);
  if (!user || user.role !== Role.ADMIN) throw new Error('Forbidden');
  const { memberId } = await request.json();
  signal.capture({ distinctId: memberId, event: 'member_banned' });
  signal.capture({ distinctId: user.id, event: 'ban_issued' });
  return Response.json({});
}

export async function PATCH(request: Request) {
  await requireRole(request, 'admin');
  const { userId } = await request.json();
  signal.capture({ distinctId: userId, event: 'user_banned' });
  return Response.json({});
}

export const DELETE = withAdmin(async (request, { user }) => {
  const { userId } = await request.json();
  signal.capture({ distinctId: userId, event: 'user_deleted' });
  signal.capture({ distinctId: user.id, event: 'deletion_made' });
  return Response.json({});
});

export const GET = withAuth(
  async (request: Request) => {
    const { memberId } = await request.json();
    signal.capture({ distinctId: memberId, event: 'member_seen' });
    return Response.json({});
  },
  { role: 'admin' },
);

export async function OPTIONS(request: Request) {
  const person = await getUser(request);
  if (!hasRole(person, 'admin')) return Response.json({}, { status: 403 });
  const { memberId } = await request.json();
  signal.capture({ distinctId: memberId, event: 'member_asked' });
  return Response.json({});
}
