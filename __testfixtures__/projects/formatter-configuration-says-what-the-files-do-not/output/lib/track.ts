import { signal, type SessionInfo } from './signal-server';

export function trackShipmentOfEverything(
  order: string,
  customer: string,
  note: string,
  session?: SessionInfo
) {
  signal.capture({
    distinctId: session?.distinctId || customer,
    event: `shipped ${order}`,
    properties: { note },
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
}
