import { signal } from './signal-server';

export async function tracked<T>(
  event: string,
  userId: string,
  run: () => Promise<T>,
): Promise<T> {
  const result = await run();
  signal.capture({ distinctId: userId, event });
  return result;
}
