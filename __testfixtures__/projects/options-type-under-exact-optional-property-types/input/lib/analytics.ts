import { signal } from './signal-server';

export function trackOrder({
  userId,
  total,
}: {
  userId: string;
  total: number;
}) {
  signal.capture({ distinctId: userId, event: 'order', properties: { total } });
}
