// @file instrumentation.ts
import type { Instrumentation } from 'next';
import { signal } from '@/lib/signal-server';

export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  signal.capture({ distinctId: 'server', event: 'request_failed', properties: { path: request.path } });
};
