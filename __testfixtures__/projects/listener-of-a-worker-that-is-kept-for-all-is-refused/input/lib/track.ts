import { signal as client } from '@/lib/signal-server';

export function track(distinctId: string, event: string) {
  client.capture({ distinctId, event });
}
