import { signal } from './signal-server'

/** @param {{ id: string, total: number }} order */
export function trackOrder(order, event = 'order_created') {
  signal.capture({
    distinctId: order.id,
    event,
    properties: { total: order.total }
  })
}
