import { createSignalServer } from 'signal-next/server';

/** What the app sends, and no more. */
export interface ServerAnalytics {
  capture(message: {
    distinctId: string;
    event: string;
    properties?: Record<string, unknown>;
  }): void;
  identify(message: { distinctId: string; properties?: Record<string, unknown> }): void;
  flush(): Promise<void>;
}

const silent: ServerAnalytics = {
  capture: () => undefined,
  identify: () => undefined,
  flush: () => Promise.resolve(),
};

let client: ServerAnalytics | null = null;

export function getAnalytics(): ServerAnalytics {
  if (!client) {
    client = process.env.SIGNAL_API_KEY
      ? createSignalServer({ apiKey: process.env.SIGNAL_API_KEY })
      : silent;
  }
  return client;
}
