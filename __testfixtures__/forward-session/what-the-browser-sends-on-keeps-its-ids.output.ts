import { z } from 'zod';
import { signal, getSessionInfo } from '@/lib/signal-server';

const schema = z.object({
  distinctId: z.string(),
  event: z.string(),
  sessionId: z.string().optional(),
  windowId: z.string().optional(),
});

/** Takes what `navigator.sendBeacon` sends, the session of the page included. */
export async function POST(request: Request) {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  const message = await request.json();
  signal.capture({
    ...message,
    distinctId: distinctId || message.distinctId,
    sessionId: message.sessionId ?? sessionId,
    windowId: message.windowId ?? windowId,
  });
  return new Response(null, { status: 204 });
}

export async function PUT(request: Request) {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  const { name, ...rest } = await request.json();
  signal.capture({
    ...rest,
    event: name,
    distinctId: distinctId || rest.distinctId,
    sessionId: rest.sessionId ?? sessionId,
    windowId: rest.windowId ?? windowId,
  });
  const { extra } = JSON.parse(await request.text());
  signal.capture({
    distinctId: distinctId || 'u1',
    event: name,
    ...extra,
    sessionId: extra?.sessionId ?? sessionId,
    windowId: extra?.windowId ?? windowId,
  });
  return new Response(null, { status: 204 });
}

export async function PATCH(request: Request) {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  const message = schema.parse(await request.json());
  signal.capture({
    ...message,
    distinctId: distinctId || message.distinctId,
    sessionId: message.sessionId ?? sessionId,
    windowId: message.windowId ?? windowId,
  });
  const parsed = schema.safeParse(await request.json());
  if (parsed.success)
    signal.capture({
      ...parsed.data,
      distinctId: distinctId || parsed.data.distinctId,
      sessionId: parsed.data.sessionId ?? sessionId,
      windowId: parsed.data.windowId ?? windowId,
    });
  return new Response(null, { status: 204 });
}

export async function DELETE(request: Request) {
  const {
    sessionId: signalSessionId,
    windowId: signalWindowId,
    distinctId,
  } = getSessionInfo(request);
  const { events, order } = await request.json();
  for (const event of events)
    signal.capture({
      ...event,
      sessionId: event.sessionId ?? signalSessionId,
      windowId: event.windowId ?? signalWindowId,
    });
  const ids = await savedIds(order);
  signal.capture({
    distinctId: distinctId || 'u1',
    event: 'deleted',
    ...ids,
    sessionId: ids.sessionId ?? signalSessionId,
    windowId: ids.windowId ?? signalWindowId,
  });
  const { userId, sessionId, windowId, ...others } = await request.json();
  signal.capture({
    ...others,
    distinctId: distinctId || userId,
    sessionId: signalSessionId,
    windowId: signalWindowId,
  });
  return new Response(null, { status: 204 });
}

async function savedIds(order: string): Promise<{ sessionId?: string; windowId?: string }> {
  return { sessionId: order, windowId: order };
}
