import type { IncomingMessage } from 'node:http';
import { createSignalServer } from 'signal-next/server';

export const signal = createSignalServer({ apiKey: '' });

const read = (bag: Headers | IncomingMessage['headers'], name: string) => {
  const value = bag instanceof Headers ? bag.get(name) : bag[name];
  return (Array.isArray(value) ? value[0] : value) ?? undefined;
};

export function getSessionInfo(source: Request | IncomingMessage | Headers) {
  const headers = source instanceof Headers ? source : source.headers;
  return {
    sessionId: read(headers, 'x-signal-session-id'),
    windowId: read(headers, 'x-signal-window-id'),
    distinctId: read(headers, 'x-signal-distinct-id'),
  };
}
