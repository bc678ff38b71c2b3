// @file app/api/orders/route.ts
import { signal } from "@/lib/signal-server"

export const PUT = async (_request: Request) => {
  signal.capture({ distinctId: "u1", event: "saved" })
  return new Response(null)
}
