import { findUser } from '@/lib/users';
import { signal, getSessionInfo } from '@/lib/signal-server';

export async function POST(request: Request) {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  const { email } = await request.json();
  const user = await findUser(email);
  signal.capture({
    distinctId: distinctId || user.id,
    event: 'admin_signed_in',
    sessionId,
    windowId,
  });
  return Response.json({});
}
