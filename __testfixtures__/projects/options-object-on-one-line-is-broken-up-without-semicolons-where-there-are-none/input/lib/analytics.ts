import { signal } from './signal-server'

export function trackOrder({ id, total }: { id: string; total: number }) {
  signal.capture({ distinctId: id, event: 'order', properties: { total } })
}
