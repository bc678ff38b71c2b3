import { signal } from './signal-server';

export function trackShipmentOfEverything(order: string, customer: string, note: string) {
  signal.capture({ distinctId: customer, event: `shipped ${order}`, properties: { note } });
}
