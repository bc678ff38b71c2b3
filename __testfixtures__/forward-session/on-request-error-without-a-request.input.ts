// @file src/instrumentation.ts
import { signal } from '@/lib/signal-server';

export async function onRequestError(error: Error) {
  signal.capture({ distinctId: 'server', event: 'request_failed', properties: { error: error.message } });
}
