import { createSignalServer, type SignalServer } from "signal-next/server";
import { Event } from "./events";

let client: SignalServer | undefined;

/** One client for each process. */
export function getSignalServer(): SignalServer {
  client ??= createSignalServer({
    apiKey: process.env.SIGNAL_API_KEY ?? "",
    endpoint: process.env.NEXT_PUBLIC_SIGNAL_ENDPOINT,
  });
  return client;
}

export function trackSignUp(email: string, at: Date) {
  getSignalServer().capture({
    distinctId: email,
    event: Event.SignedUp,
    properties: { at: at.toISOString() },
  });
}

export { Event };
