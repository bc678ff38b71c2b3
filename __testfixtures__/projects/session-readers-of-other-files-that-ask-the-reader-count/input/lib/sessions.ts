import { headers } from 'next/headers';
import { getSessionInfo } from './signal-server';

export const sessions = {
  of: (request: Request) => getSessionInfo(request),
  async current() {
    const { sessionId, windowId } = getSessionInfo(await headers());
    return { sessionId, windowId };
  },
};

export class Sessions {
  static read(request: Request) {
    return getSessionInfo(request);
  }
}
