import { createSignalServer, getSessionInfo, type HeaderSource } from 'signal-next/server';

const signal = createSignalServer({
  apiKey: process.env.SIGNAL_API_KEY ?? '',
  projectId: process.env.NEXT_PUBLIC_SIGNAL_PROJECT_ID,
  endpoint: process.env.NEXT_PUBLIC_SIGNAL_ENDPOINT,
  flushInterval: 50,
});

export function record(source: HeaderSource, event: string, properties?: Record<string, unknown>) {
  const { distinctId, sessionId, windowId } = getSessionInfo(source);
  signal.capture({ distinctId: distinctId || 'guest', event, properties, sessionId, windowId });
}
