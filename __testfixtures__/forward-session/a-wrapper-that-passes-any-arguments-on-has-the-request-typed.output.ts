import { signal, getSessionInfo } from '@/lib/signal-server';

const safe =
  <A extends unknown[], R>(fn: (...args: A) => Promise<R>) =>
  async (...args: A): Promise<R | Response> => {
    try {
      return await fn(...args);
    } catch {
      return new Response(null, { status: 500 });
    }
  };

function logged<A extends [Request], R>(fn: (...args: A) => Promise<R>) {
  return async (...args: A): Promise<R> => fn(...args);
}

export const DELETE = safe(async (request: Request) => {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  signal.capture({
    distinctId: distinctId || 'u1',
    event: 'order_deleted',
    sessionId,
    windowId,
  });
  return new Response();
});

export const PUT = logged(async (request) => {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  signal.capture({
    distinctId: distinctId || 'u1',
    event: 'order_replaced',
    sessionId,
    windowId,
  });
  return new Response();
});
