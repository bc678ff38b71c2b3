import { signal } from '@/lib/signal-server';

export function log(name: string) {
  signal.capture({ distinctId: 'worker', event: name });
}
