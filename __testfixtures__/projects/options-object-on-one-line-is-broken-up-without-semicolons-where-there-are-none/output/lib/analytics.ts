import { signal, type SessionInfo } from './signal-server'

export function trackOrder({
  id,
  total,
  session,
}: {
  id: string
  total: number
  session?: SessionInfo
}) {
  signal.capture({
    distinctId: session?.distinctId || id,
    event: 'order',
    properties: { total },
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  })
}
