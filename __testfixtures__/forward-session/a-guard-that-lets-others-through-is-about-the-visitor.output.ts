import { getUser } from '@/lib/auth';
import { signal, getSessionInfo } from '@/lib/signal-server';

export async function POST(request: Request) {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  const user = await getUser(request);
  const { userId } = await request.json();
  if (user.id !== userId && user.role !== 'admin') return Response.json({}, { status: 403 });
  signal.capture({
    distinctId: distinctId || userId,
    event: 'member_changed',
    sessionId,
    windowId,
  });
  return Response.json({});
}

export async function PUT(request: Request) {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  const { userId, role } = await request.json();
  if (role === 'admin') return Response.json({}, { status: 403 });
  signal.capture({ distinctId: distinctId || userId, event: 'role_taken', sessionId, windowId });
  if (role !== 'admin') return Response.json({});
  return Response.json({ role });
}
