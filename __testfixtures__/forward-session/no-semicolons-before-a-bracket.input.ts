// @file app/api/orders/route.ts
import { signal } from '@/lib/signal-server'

export async function POST(req: Request) {
  [1, 2].forEach((n) => console.log(n))
  signal.capture({ distinctId: 'u1', event: 'order_created' })
  return Response.json({})
}
