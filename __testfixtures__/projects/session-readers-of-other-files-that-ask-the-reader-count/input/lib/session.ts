import { headers } from 'next/headers';
import { getSessionInfo, type SessionInfo } from './signal-server';

export async function session() {
  return getSessionInfo(await headers());
}

export const typedSession = async (): Promise<SessionInfo> => {
  const found: SessionInfo = getSessionInfo(await headers());
  return found;
};

export const ids = (request: Request) => getSessionInfo(request);

export const windowOf = (request: Request) => ids(request).windowId;
