import { signal, getSessionInfo, type SessionInfo } from '@/lib/signal-server';

async function hydrate(
  userId: string,
  options: object,
  session?: SessionInfo,
): Promise<unknown> {
  await signal.capture({
    distinctId: session?.distinctId || userId,
    event: 'hydrated',
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
  return options;
}

export async function POST(request: Request) {
  const session = getSessionInfo(request);
  const { userId } = await request.json();
  const a = (await hydrate(
    userId,
    {
      userId,
      maxBytes: 1024 * 1024,
    },
    session,
  )) as { userId: string };
  const b =
    (await hydrate(
      userId,
      {
        userId,
        keep: true,
      },
      session,
    )) ?? a;
  const c = !(await hydrate(
    userId,
    {
      userId,
    },
    session,
  ));
  const d = (
    await hydrate(
      userId,
      {
        userId,
      },
      session,
    )
  ).toString();
  const e = (await hydrate(
    userId,
    { userId, maximum: 1024 * 1024 },
    session,
  )) as string;
  const f = !(await hydrate(
    userId,
    { userId, maximumOfBytes: 1024 * 1024 },
    session,
  ));
  const g =
    (await hydrate(userId, { userId, maximumBytes: 1024 * 1024 }, session)) ??
    a;
  return Response.json([a, b, c, d, e, f, g]);
}
