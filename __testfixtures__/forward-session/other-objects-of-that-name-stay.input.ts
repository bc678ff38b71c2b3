// @file app/api/orders/route.ts
import { signal } from '@/lib/signal-server';
import posthog from '@/lib/posthog';

export async function POST(request: Request) {
  const controller = new AbortController();
  {
    const { signal } = controller;
    signal.addEventListener('abort', () => {});
  }
  posthog.capture({ distinctId: 'u1', event: 'elsewhere' });
  console.log("signal.capture({ distinctId: 'u1', event: 'in a string' })");
  // signal.capture({ distinctId: 'u1', event: 'in a comment' });
  const send = (signal: { capture(event: unknown): void }) => signal.capture({ distinctId: 'u1', event: 'shadowed' });
  send({ capture() {} });
  return Response.json({ signal: typeof signal });
}
