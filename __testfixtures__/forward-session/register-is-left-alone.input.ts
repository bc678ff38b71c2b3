// @file instrumentation.ts
import { signal } from '@/lib/signal-server';

export async function register() {
  signal.capture({ distinctId: 'server', event: 'started' });
}
