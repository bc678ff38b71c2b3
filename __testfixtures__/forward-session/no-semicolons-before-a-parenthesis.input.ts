// @file app/api/orders/route.ts
import { signal } from '@/lib/signal-server'

export async function POST(request: Request) {
  (await import('@/lib/metrics')).count('orders')
  signal.capture({ distinctId: 'u1', event: 'order_created' })
  return Response.json({})
}
