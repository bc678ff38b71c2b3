// @file app/api/members/route.ts
import { getUser } from '@/lib/auth';
import { signal } from '@/lib/signal-server';

export async function POST(request: Request) {
  const user = await getUser(request);
  const { userId } = await request.json();
  if (user.id !== userId && user.role !== 'admin') return Response.json({}, { status: 403 });
  signal.capture({ distinctId: userId, event: 'member_changed' });
  return Response.json({});
}

export async function PUT(request: Request) {
  const { userId, role } = await request.json();
  if (role === 'admin') return Response.json({}, { status: 403 });
  signal.capture({ distinctId: userId, event: 'role_taken' });
  if (role !== 'admin') return Response.json({});
  return Response.json({ role });
}
