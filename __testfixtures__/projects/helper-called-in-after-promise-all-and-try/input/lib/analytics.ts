import { signal } from './signal-server';

export async function track(userId: string, event: string) {
  signal.capture({ distinctId: userId, event });
  await signal.flush();
}
