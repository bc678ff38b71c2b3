import { signal, getSessionInfo, type SessionInfo } from '@/lib/signal-server';

async function timed<T>(
  id: string,
  event: string,
  run: () => Promise<T>,
  session?: SessionInfo,
) {
  const result = await run();
  signal.capture({
    distinctId: session?.distinctId || id,
    event,
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
  return result;
}

async function retry<T>(
  run: (attempt: number) => Promise<T>,
  onFailure?: (error: unknown) => void,
  session?: SessionInfo,
) {
  signal.capture({
    distinctId: session?.distinctId || 'server',
    event: 'retried',
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
  return run(1).catch(onFailure);
}

async function once<T>(
  run: (attempt: number) => Promise<T>,
  session?: SessionInfo,
) {
  signal.capture({
    distinctId: session?.distinctId || 'server',
    event: 'once',
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
  return run(1);
}

export async function POST(request: Request) {
  const session = getSessionInfo(request);
  const { id, note } = await request.json();
  const order = await timed(
    id,
    'order',
    async () => {
      return { id };
    },
    session,
  );
  await timed(
    id,
    'a',
    async function () {
      signal.capture({
        distinctId: session.distinctId || id,
        event: 'inside',
        sessionId: session.sessionId,
        windowId: session.windowId,
      });

      /*
      Kept where it is.
    */
      /**
       * Moves along.
       */
      await timed(
        id,
        'deeper',
        async () => {
          signal.capture({
            distinctId: session.distinctId || id,
            event: 'deeper',
            properties: { id },
            sessionId: session.sessionId,
            windowId: session.windowId,
          });
          return `first line
      second line of ${note}`;
        },
        session,
      );
      await timed(
        id,
        'parts',
        () => fetch(`https://example.com/${id}?a=1`),
        session,
      );
    },
    session,
  );
  await retry(
    async (attempt) => {
      signal.capture({
        distinctId: session.distinctId || id,
        event: 'tried',
        properties: { attempt },
        sessionId: session.sessionId,
        windowId: session.windowId,
      });
    },
    undefined,
    session,
  );
  await retry(
    async (attempt) => {
      signal.capture({
        distinctId: session.distinctId || id,
        event: `tried ${attempt}`,
        sessionId: session.sessionId,
        windowId: session.windowId,
      });
    },
    () => {},
    session,
  );
  await once(async (attempt) => {
    signal.capture({
      distinctId: session.distinctId || id,
      event: `once ${attempt}`,
      sessionId: session.sessionId,
      windowId: session.windowId,
    });
  }, session);
  await timed(
    id,
    'somewhat longer',
    () => fetch(`https://example.com/orders/${id}`),
    session,
  );
  await timed(
    id,
    'somewhat longer',
    () =>
      fetch(`https://example.com/orders/${id}`, {
        method: 'POST',
      }),
    session,
  );
  await timed(
    id,
    'object',
    async () => ({
      id,
      note,
    }),
    session,
  );
  const sent = note
    ? timed(
        id,
        'branch',
        async () => {
          return 1;
        },
        session,
      )
    : undefined;
  return Response.json({ order, sent });
}

export const DELETE = async (request: Request) => {
  const session = getSessionInfo(request);
  return timed(
    await request.text(),
    'delete',
    async () => {
      return new Response(null, { status: 204 });
    },
    session,
  );
};
