// @file app/api/orders/route.ts
import { signal } from '@/lib/signal-server';

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

export const DELETE = safe(async () => {
  signal.capture({ distinctId: 'u1', event: 'order_deleted' });
  return new Response();
});

export const PUT = logged(async () => {
  signal.capture({ distinctId: 'u1', event: 'order_replaced' });
  return new Response();
});
