import { type Instrumentation } from 'next';
import { signal, getSessionInfo } from '@/lib/signal-server';

export const onRequestError: Instrumentation.onRequestError = (error, request) => {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  signal.capture({
    distinctId: distinctId || 'server',
    event: 'request_failed',
    properties: { error },
    sessionId,
    windowId,
  });
};
