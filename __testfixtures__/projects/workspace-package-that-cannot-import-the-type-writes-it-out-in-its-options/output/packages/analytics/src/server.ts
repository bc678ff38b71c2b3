import { signal } from '@acme/signal/server';

interface TrackOptions {
  event: string;
  userId: string;
  session?: { sessionId?: string | undefined; windowId?: string | undefined; distinctId?: string | undefined } | undefined;
}

export function track({ event, userId, session }: TrackOptions) {
  signal.capture({
    distinctId: session?.distinctId || userId,
    event,
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
}
