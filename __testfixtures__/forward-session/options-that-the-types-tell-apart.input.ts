// @file app/api/orders/route.ts
import { signal } from '@/lib/signal-server';

type Id = `user_${string}`;

function idOf(body: { id: string }): Id {
  return `user_${body.id}`;
}

export async function POST(request: Request): Promise<Response> {
  const body = (await request.json()) as { id: string; traits?: Record<string, unknown> };
  signal.capture({ distinctId: idOf(body), event: 'order_created', properties: body.traits });
  signal.identify({ distinctId: idOf(body) satisfies string, properties: { ...body.traits } });
  signal.capture({ distinctId: body.id! as Id, event: 'order_seen' } as const);
  return Response.json({});
}
