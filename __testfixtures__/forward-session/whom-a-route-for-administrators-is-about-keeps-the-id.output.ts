import { getUser } from '@/lib/auth';
import { findUser } from '@/lib/users';
import { signal, getSessionInfo } from '@/lib/signal-server';

export async function POST(request: Request) {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  const me = await getUser(request);
  const { email } = await request.json();
  const user = await findUser(email);
  signal.capture({
    distinctId: user.id,
    event: 'credits_issued',
    sessionId,
    windowId,
  });
  signal.capture({
    distinctId: distinctId || me.id,
    event: 'credit_given',
    sessionId,
    windowId,
  });
  return Response.json({});
}
