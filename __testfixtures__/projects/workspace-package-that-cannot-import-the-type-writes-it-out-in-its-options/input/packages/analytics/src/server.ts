import { signal } from '@acme/signal/server';

interface TrackOptions {
  event: string;
  userId: string;
}

export function track({ event, userId }: TrackOptions) {
  signal.capture({ distinctId: userId, event });
}
