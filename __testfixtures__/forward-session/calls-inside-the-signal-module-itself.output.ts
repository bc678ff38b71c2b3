import { createSignalServer } from 'signal-next/server';
import { headers } from 'next/headers';

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

function send(userId: string, event: string, session?: SessionInfo) {
  signal.capture({
    distinctId: session?.distinctId || userId,
    event,
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
}

export async function trackAction(userId: string) {
  'use server';
  const session = getSessionInfo(await headers());
  send(userId, 'acted', session);
}
