import { trackOrder } from "@/lib/analytics"
import { getSessionInfo } from "@/lib/signal-server"

export async function POST(request: Request) {
	const session = getSessionInfo(request)
	trackOrder("u1", session)
	return Response.json({ ok: true })
}
