import { trackOrder } from '@/lib/analytics'

export async function POST(request) {
  trackOrder(await request.json())
  return Response.json({ ok: true })
}
