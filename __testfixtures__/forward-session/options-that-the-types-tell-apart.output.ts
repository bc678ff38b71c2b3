import { signal, getSessionInfo } from '@/lib/signal-server';

type Id = `user_${string}`;

function idOf(body: { id: string }): Id {
  return `user_${body.id}`;
}

export async function POST(request: Request): Promise<Response> {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  const body = (await request.json()) as { id: string; traits?: Record<string, unknown> };
  signal.capture({
    distinctId: distinctId || idOf(body),
    event: 'order_created',
    properties: body.traits,
    sessionId,
    windowId,
  });
  signal.identify({
    distinctId: idOf(body) satisfies string,
    properties: { ...body.traits },
    sessionId,
    windowId,
  });
  signal.capture({ distinctId: distinctId || (body.id! as Id), event: 'order_seen', sessionId, windowId } as const);
  return Response.json({});
}
