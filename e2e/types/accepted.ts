import type { IncomingMessage } from 'node:http';
import type { GetServerSidePropsContext, NextApiRequest, NextPageContext } from 'next';
import { headers } from 'next/headers';
import type { NextRequest } from 'next/server';
import { getSessionInfo, type SessionInfo, signal } from './signal-server';

export function webRequests(request: Request, nextRequest: NextRequest): SessionInfo[] {
  return [getSessionInfo(request), getSessionInfo(nextRequest), getSessionInfo(nextRequest.headers)];
}

export function nodeRequests(req: NextApiRequest, incoming: IncomingMessage): SessionInfo[] {
  return [
    getSessionInfo(req),
    getSessionInfo(req.headers),
    getSessionInfo(incoming),
    getSessionInfo(incoming.headers),
  ];
}

export function pageContexts(context: GetServerSidePropsContext, initial: NextPageContext): SessionInfo[] {
  return [
    getSessionInfo(context),
    getSessionInfo(context.req),
    getSessionInfo(initial),
    getSessionInfo(initial.req),
  ];
}

export async function serverAction(): Promise<void> {
  const { sessionId, windowId, distinctId } = getSessionInfo(await headers());
  signal.capture({ distinctId: distinctId || 'someone', event: 'tried', sessionId, windowId });
}

/** What Next 15 and later hand to `onRequestError`. */
export function onRequestError(
  _error: unknown,
  request: { path: string; method: string; headers: NodeJS.Dict<string | string[]> },
): SessionInfo {
  return getSessionInfo(request);
}

export function headerObjects(record: Record<string, string>, own: Headers): SessionInfo[] {
  return [
    getSessionInfo(record),
    getSessionInfo({ 'x-signal-session-id': 'a' }),
    getSessionInfo({ headers: { 'x-signal-session-id': ['a', 'b'] } }),
    getSessionInfo(own),
    getSessionInfo({}),
    getSessionInfo(null),
    getSessionInfo(undefined),
  ];
}
