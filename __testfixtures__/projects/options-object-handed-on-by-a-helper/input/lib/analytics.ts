import { signal } from './signal-server';

interface TrackOptions {
  userId: string;
  event: string;
}

export function track({ userId, event }: TrackOptions) {
  signal.capture({ distinctId: userId, event });
}

export function trackTwice(options: TrackOptions) {
  track(options);
  track({ ...options, event: `${options.event}_again` });
}

export function trackOrder(userId: string) {
  track({ userId, event: 'order_created' });
}
