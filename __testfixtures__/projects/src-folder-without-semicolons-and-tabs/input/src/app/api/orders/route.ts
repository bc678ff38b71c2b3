import { trackOrder } from "@/lib/analytics"

export async function POST(request: Request) {
	trackOrder("u1")
	return Response.json({ ok: true })
}
