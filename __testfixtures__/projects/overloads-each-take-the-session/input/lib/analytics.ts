import { signal } from './signal-server';

type User = { id: string };

export function track(user: User, event: string): void;
export function track(userId: string, event: string): void;
export function track(who: User | string, event: string): void {
  const distinctId = typeof who === 'string' ? who : who.id;
  signal.capture({ distinctId, event });
}
