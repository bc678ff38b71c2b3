import { signal } from '@/lib/signal-server';

export default function track(userId: string, event: string) {
  signal.capture({ distinctId: userId, event });
}
