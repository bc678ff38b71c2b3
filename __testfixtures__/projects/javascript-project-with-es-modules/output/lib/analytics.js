import { signal } from './signal-server'

/** @param {{ id: string, total: number }} order */
export function trackOrder(order, event = 'order_created', session) {
  signal.capture({
    distinctId: session?.distinctId || order.id,
    event,
    properties: { total: order.total },
    sessionId: session?.sessionId,
    windowId: session?.windowId
  })
}
