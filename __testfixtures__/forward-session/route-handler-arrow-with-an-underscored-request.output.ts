import { signal, getSessionInfo } from "@/lib/signal-server"

export const PUT = async (_request: Request) => {
  const { sessionId, windowId, distinctId } = getSessionInfo(_request)
  signal.capture({
    distinctId: distinctId || "u1",
    event: "saved",
    sessionId,
    windowId,
  })
  return new Response(null)
}
