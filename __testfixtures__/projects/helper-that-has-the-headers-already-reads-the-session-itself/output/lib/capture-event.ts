import { headers } from 'next/headers';
import { createSignalServer } from 'signal-next/server';
import { getSessionInfo, type SessionInfo } from './signal-server';

const signal = createSignalServer({ apiKey: process.env.SIGNAL_API_KEY ?? '' });

export async function captureEvent(userId: string, event: string) {
  const requestHeaders = await headers();
  const { sessionId, windowId, distinctId } = getSessionInfo(requestHeaders);
  signal.capture({
    distinctId: distinctId || userId,
    event,
    properties: { host: requestHeaders.get('host') },
    sessionId,
    windowId,
  });
}

export async function captureBoth(userId: string, session?: SessionInfo) {
  signal.capture({
    distinctId: session?.distinctId || userId,
    event: 'started',
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
  const list = await headers();
  signal.capture({
    distinctId: session?.distinctId || userId,
    event: 'ended',
    properties: { host: list.get('host') },
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
}

export async function captureSafely(userId: string, session?: SessionInfo) {
  let host: string | null = null;
  try {
    const list = await headers();
    host = list.get('host');
  } catch {
    host = 'job';
  }
  signal.capture({
    distinctId: session?.distinctId || userId,
    event: 'tried',
    properties: { host },
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
}
