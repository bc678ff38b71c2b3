import { signal, getSessionInfo, type SessionInfo } from '@/lib/signal-server';

async function timed<T>(
  id: string,
  run: () => Promise<T>,
  session?: SessionInfo,
) {
  signal.capture({
    distinctId: session?.distinctId || id,
    event: 'timed',
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
  return run();
}

export async function POST(request: Request) {
  const session = getSessionInfo(request);
  const { id } = await request.json();
  // eslint-disable-next-line no-restricted-syntax
  await timed(id, async () => {
    return 1;
  }, session);
  await timed(
    id,
    async (/* what is asked */) => {
      // eslint-disable-next-line no-console
      console.log(id);
    },
    session,
  );
  await timed(/* whose */ id, async () => {
    return 1;
  }, session);
  return Response.json({});
}
