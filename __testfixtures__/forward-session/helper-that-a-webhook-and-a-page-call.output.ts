import { signal, getSessionInfo, type SessionInfo } from '@/lib/signal-server';

function track(customer: string, session?: SessionInfo) {
  signal.capture({
    distinctId: session?.distinctId || customer,
    event: 'order_shipped',
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
}

export async function POST(req: Request) {
  await verify(req, req.headers.get('x-shop-signature'));
  const { customer } = await req.json();
  track(customer);
  return new Response(null, { status: 204 });
}

export async function PATCH(req: Request) {
  const session = getSessionInfo(req);
  const { customer } = await req.json();
  track(customer, session);
  return new Response(null, { status: 204 });
}

declare function verify(...given: unknown[]): Promise<void>;
