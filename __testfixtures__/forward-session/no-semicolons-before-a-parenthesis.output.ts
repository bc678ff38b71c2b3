import { signal, getSessionInfo } from '@/lib/signal-server'

export async function POST(request: Request) {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  (await import('@/lib/metrics')).count('orders')
  signal.capture({
    distinctId: distinctId || 'u1',
    event: 'order_created',
    sessionId,
    windowId,
  })
  return Response.json({})
}
