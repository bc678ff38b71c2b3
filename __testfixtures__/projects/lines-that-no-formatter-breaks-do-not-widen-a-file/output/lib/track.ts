import { signal, type SessionInfo } from "./signal-server";

export function track(
  event: string,
  customer: string,
  note: string,
  session?: SessionInfo,
) {
  signal.capture({
    distinctId: session?.distinctId || customer,
    event,
    properties: { note },
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
}
