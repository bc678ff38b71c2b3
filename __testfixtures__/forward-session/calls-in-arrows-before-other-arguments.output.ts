import { signal, getSessionInfo, type SessionInfo } from '@/lib/signal-server';

async function updateTitle(
  userId: string,
  title: string,
  other?: object,
  session?: SessionInfo,
) {
  await signal.capture({
    distinctId: session?.distinctId || userId,
    event: title,
    properties: other,
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
}

export async function POST(request: Request) {
  const session = getSessionInfo(request);
  const { user, x } = await request.json();
  setTimeout(
    () =>
      signal.capture({
        event: 'tick',
        distinctId: session.distinctId || user.id,
        sessionId: session.sessionId,
        windowId: session.windowId,
      }),
    1,
  );
  setTimeout(
    () =>
      signal.capture({
        event: 'a',
        distinctId: session.distinctId || 'b',
        sessionId: session.sessionId,
        windowId: session.windowId,
      }),
    60_000,
  );
  setTimeout(
    async () =>
      await signal.capture({
        event: 'tick',
        sessionId: session.sessionId,
        windowId: session.windowId,
      }),
    60_000,
  );
  watch((title) => updateTitle(user.id, title, undefined, session), x);
  watch((title) => updateTitle(user.id, title, { of: title }, session), x);
  watch(
    (title) => updateTitle(user.id, title, { of: title, by: user.id }, session),
    x,
  );
  watch(
    user,
    (title) => updateTitle(user.id, title, { ofTheTitle: title }, session),
    x,
  );
  const result = await watch(
    (title) => updateTitle(user.id, title, x, session),
    x,
  );
  return Response.json({
    result: await watch(
      (title) => updateTitle(user.id, title, { x }, session),
      x,
    ),
  });
}

export async function PUT(request: Request) {
  const { sessionId, windowId } = getSessionInfo(request);
  const { users, x } = await request.json();
  users.forEach((user: string) =>
    watch(
      (title) => updateTitle(user, title, undefined, { sessionId, windowId }),
      x,
    ),
  );
  return Response.json({
    result: users.map(
      (user: string) =>
        updateTitle(user, 'renamed', undefined, { sessionId, windowId }),
      users,
    ),
  });
}
