import { createSignalServer, type SignalServer } from "signal-next/server";

let client: SignalServer | undefined;

/** One client for each process. */
export function getSignalServer(): SignalServer {
  client ??= createSignalServer({
    apiKey: process.env.SIGNAL_API_KEY ?? "",
    endpoint: process.env.NEXT_PUBLIC_SIGNAL_ENDPOINT,
  });
  return client;
}

export { Event } from "./events";
