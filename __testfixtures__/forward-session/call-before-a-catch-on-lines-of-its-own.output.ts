import { signal, getSessionInfo, type SessionInfo } from '@/lib/signal-server';

async function trackReferral(
  userId: string,
  kind: string,
  email: string,
  session?: SessionInfo,
) {
  signal.capture({
    distinctId: session?.distinctId || userId,
    event: kind,
    properties: { email },
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
}

export async function POST(request: Request) {
  const session = getSessionInfo(request);
  const { newUser, profile } = await request.json();
  trackReferral(
    newUser.identifier,
    'of a friend',
    profile.email,
    session,
  ).catch(() => {});
  return Response.json({});
}
