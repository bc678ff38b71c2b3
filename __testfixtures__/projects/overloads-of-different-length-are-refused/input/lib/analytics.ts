import { signal } from './signal-server';

export function track(event: string): void;
export function track(event: string, userId: string): void;
export function track(event: string, userId = 'anonymous') {
  signal.capture({ distinctId: userId, event });
}
