import { session } from './session';
import { signal } from './signal-server';

export async function track(distinctId: string, event: string) {
  signal.capture({ distinctId, event, ...(await session()) });
}
