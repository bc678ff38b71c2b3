import { trackOrder } from '@/lib/analytics'
import { getSessionInfo } from '@/lib/signal-server'

export async function POST(request) {
  const session = getSessionInfo(request)
  trackOrder(await request.json(), undefined, session)
  return Response.json({ ok: true })
}
