import { signal } from './signal-server';

interface TrackArgs {
  userId: string;
  event: string;
}

export function eventFor(userId: string): TrackArgs {
  return { userId, event: 'order_created' };
}

export function track({ userId, event }: TrackArgs) {
  signal.capture({ distinctId: userId, event });
}
