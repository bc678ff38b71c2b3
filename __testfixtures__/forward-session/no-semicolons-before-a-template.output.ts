import { signal, getSessionInfo } from '@/lib/signal-server'

export async function POST(req: Request) {
  const { sessionId, windowId, distinctId } = getSessionInfo(req);
  `${req.url}`.split('/').forEach((part) => console.log(part))
  signal.capture({
    distinctId: distinctId || 'u1',
    event: 'order_created',
    sessionId,
    windowId,
  })
  return Response.json({})
}
