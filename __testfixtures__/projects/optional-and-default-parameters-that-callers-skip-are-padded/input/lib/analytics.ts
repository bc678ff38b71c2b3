import { signal } from './signal-server';

export function track(
  event: string,
  userId = 'anonymous',
  properties: Record<string, unknown> = {},
  timestamp?: Date,
) {
  signal.capture({ distinctId: userId, event, properties, timestamp });
}
