import { createSignalServer, type SignalServer } from "signal-next/server";

const globalForSignal = globalThis as unknown as { signal: SignalServer | undefined };

/** Null where no key is set, as in the tests. */
export function getSignal(): SignalServer | null {
  const apiKey = process.env.SIGNAL_API_KEY;
  if (!apiKey) return null;
  globalForSignal.signal ??= createSignalServer({
    apiKey,
    endpoint: process.env.NEXT_PUBLIC_SIGNAL_ENDPOINT,
  });
  return globalForSignal.signal;
}
