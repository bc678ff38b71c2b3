import { createHmac } from 'node:crypto'
import { signal } from '@/lib/analytics/client'

export async function POST(request: Request) {
  const body = await request.text()
  const signature = createHmac('sha256', process.env.PAYMENTS_SECRET!).update(body).digest('hex')
  if (request.headers.get('x-payments-signature') !== signature) return new Response('no', { status: 401 })
  const { customer } = JSON.parse(body) as { customer: string }
  signal.capture({ distinctId: customer, event: 'course_paid' })
  return Response.json({ ok: true })
}
