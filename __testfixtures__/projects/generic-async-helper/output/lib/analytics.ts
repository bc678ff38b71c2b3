import { signal, type SessionInfo } from './signal-server';

export async function tracked<T>(
  event: string,
  userId: string,
  run: () => Promise<T>,
  session?: SessionInfo,
): Promise<T> {
  const result = await run();
  signal.capture({
    distinctId: session?.distinctId || userId,
    event,
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
  return result;
}
