// @file app/api/orders/route.ts
import { signal } from '@/lib/signal-server';
import { build, common } from '@/lib/events';

export async function POST(request: Request) {
  const payload = await request.json();
  signal.capture(payload);
  signal.capture(build(payload));
  signal.capture(await build(payload));
  signal.capture({ ...common, event: 'spread' });
  signal.capture(payload.ok ? { distinctId: 'a', event: 'ok' } : { distinctId: 'b', event: 'failed' });
  signal.capture({ distinctId: payload.id ?? 'anonymous', event: 'fallback' });
  signal.capture({ distinctId: payload.a || payload.b, event: 'or' });
  signal.capture({ distinctId: payload.a ? 'x' : 'y', event: 'conditional' });
  signal.capture({
    distinctId: payload.id,
    event: 'comment', // why
  });
  signal.capture({
    distinctId: payload.id,
    event: 'no trailing comma' // why
  });
  return Response.json({});
}
