// @file instrumentation.ts
import { type Instrumentation } from 'next';
import { signal } from '@/lib/signal-server';

export const onRequestError: Instrumentation.onRequestError = (error) => {
  signal.capture({ distinctId: 'server', event: 'request_failed', properties: { error } });
};
