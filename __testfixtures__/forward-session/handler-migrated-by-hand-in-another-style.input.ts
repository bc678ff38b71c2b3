// @file app/api/orders/route.ts
import { signal } from '@/lib/signal-server';

const SESSION = 'X-Signal-Session-Id';

function ids(req: Request) {
  return { sid: req.headers.get(SESSION) ?? undefined, wid: req.headers.get('x-signal-window-id') ?? undefined };
}

export async function POST(req: Request) {
  const h = req.headers;
  const sid = h.get(SESSION) ?? undefined;
  const wid = h.get('x-signal-window-id')?.trim();
  signal.capture({ distinctId: 'u', event: 'x', sessionId: sid, windowId: wid });
  signal.capture({ distinctId: 'u', event: 'y', ...session(req) });
  return Response.json(ids(req));
}

const session = (req: Request) => ({
  sessionId: req.headers.get(SESSION) ?? undefined,
  windowId: req.headers.get('x-signal-window-id') ?? undefined,
});
