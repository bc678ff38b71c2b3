// @file app/api/orders/route.ts
import { signal } from '@/lib/signal-server'

export async function POST(req: Request) {
  `${req.url}`.split('/').forEach((part) => console.log(part))
  signal.capture({ distinctId: 'u1', event: 'order_created' })
  return Response.json({})
}
