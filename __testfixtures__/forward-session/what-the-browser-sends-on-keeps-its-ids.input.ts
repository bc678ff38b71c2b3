// @file app/api/events/route.ts
import { z } from 'zod';
import { signal } from '@/lib/signal-server';

const schema = z.object({
  distinctId: z.string(),
  event: z.string(),
  sessionId: z.string().optional(),
  windowId: z.string().optional(),
});

/** Takes what `navigator.sendBeacon` sends, the session of the page included. */
export async function POST(request: Request) {
  const message = await request.json();
  signal.capture(message);
  return new Response(null, { status: 204 });
}

export async function PUT(request: Request) {
  const { name, ...rest } = await request.json();
  signal.capture({ ...rest, event: name });
  const { extra } = JSON.parse(await request.text());
  signal.capture({ distinctId: 'u1', event: name, ...extra });
  return new Response(null, { status: 204 });
}

export async function PATCH(request: Request) {
  const message = schema.parse(await request.json());
  signal.capture(message);
  const parsed = schema.safeParse(await request.json());
  if (parsed.success) signal.capture(parsed.data);
  return new Response(null, { status: 204 });
}

export async function DELETE(request: Request) {
  const { events, order } = await request.json();
  for (const event of events) signal.capture(event);
  const ids = await savedIds(order);
  signal.capture({ distinctId: 'u1', event: 'deleted', ...ids });
  const { userId, sessionId, windowId, ...others } = await request.json();
  signal.capture({ ...others, distinctId: userId });
  return new Response(null, { status: 204 });
}

async function savedIds(order: string): Promise<{ sessionId?: string; windowId?: string }> {
  return { sessionId: order, windowId: order };
}
