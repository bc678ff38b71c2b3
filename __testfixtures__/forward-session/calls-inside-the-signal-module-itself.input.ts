// @file lib/signal-server.ts
import { createSignalServer } from 'signal-next/server';

export const signal = createSignalServer({ apiKey: process.env.SIGNAL_API_KEY! });

export type SessionInfo = { sessionId?: string; windowId?: string; distinctId?: string };

export function getSessionInfo(source: Request | Headers): SessionInfo {
  const bag = source instanceof Headers ? source : source.headers;
  return {
    sessionId: bag.get('x-signal-session-id') ?? undefined,
    windowId: bag.get('x-signal-window-id') ?? undefined,
    distinctId: bag.get('x-signal-distinct-id') ?? undefined,
  };
}

function send(userId: string, event: string) {
  signal.capture({ distinctId: userId, event });
}

export async function trackAction(userId: string) {
  'use server';
  send(userId, 'acted');
}
