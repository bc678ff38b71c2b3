import { signal } from '@/lib/signal-server';

export async function track(userId: string, event: string) {
  signal.capture({ distinctId: userId, event });
}
