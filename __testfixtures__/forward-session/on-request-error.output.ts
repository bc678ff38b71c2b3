import type { Instrumentation } from 'next';
import { signal, getSessionInfo } from '@/lib/signal-server';

export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  signal.capture({
    distinctId: distinctId || 'server',
    event: 'request_failed',
    properties: { path: request.path },
    sessionId,
    windowId,
  });
};
