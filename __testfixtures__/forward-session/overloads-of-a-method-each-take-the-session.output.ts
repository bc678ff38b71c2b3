'use server';

import { headers } from 'next/headers';
import { signal, getSessionInfo, type SessionInfo } from '@/lib/signal-server';

class Tracker {
  plain(name: string): void;
  plain(name: unknown) {
    return name;
  }

  track(userId: string, session?: SessionInfo): void;
  track(userId: number, session?: SessionInfo): void;
  track(userId: string | number, session?: SessionInfo) {
    signal.capture({
      distinctId: session?.distinctId || String(userId),
      event: 'upgraded',
      sessionId: session?.sessionId,
      windowId: session?.windowId,
    });
  }
}

export async function upgrade(userId: string) {
  const session = getSessionInfo(await headers());
  new Tracker().track(userId, session);
}
