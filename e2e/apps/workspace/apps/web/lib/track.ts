import { type Event, getSignalServer } from "@seed-bank/analytics/server";

interface Tracked {
  event: Event;
  who?: string | undefined;
  properties?: Record<string, unknown>;
}

/** Events of people who are not known yet go to one anonymous person. */
export function track(tracked: Tracked) {
  const { event, who, properties } = tracked;
  getSignalServer().capture({ distinctId: who ?? "anonymous", event, properties });
}
