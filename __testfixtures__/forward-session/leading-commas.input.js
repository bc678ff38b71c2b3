// @file app/api/orders/route.js
import { signal } from '../../../lib/signal-server'

export async function POST(request) {
  const order = await request.json()
  signal.capture({
      distinctId: order.userId
    , event: 'order_created'
  })
  return Response.json(order)
}
