import { signal, getSessionInfo } from '../../../lib/signal-server'

export async function POST(request) {
  const { sessionId, windowId, distinctId } = getSessionInfo(request)
  const order = await request.json()
  signal.capture({
      distinctId: distinctId || order.userId
    , event: 'order_created'
    , sessionId
    , windowId
  })
  return Response.json(order)
}
