import { signal } from "./signal-server";

export function track(event: string, customer: string, note: string) {
  signal.capture({ distinctId: customer, event, properties: { note } });
}
