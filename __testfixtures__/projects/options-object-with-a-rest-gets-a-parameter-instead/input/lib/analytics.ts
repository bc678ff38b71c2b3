import { signal } from './signal-server';

type TrackOptions = { userId: string; event: string; [key: string]: unknown };

export function track({ userId, event, ...properties }: TrackOptions) {
  signal.capture({ distinctId: userId, event, properties });
}
