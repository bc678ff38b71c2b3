import { signal, type SessionInfo } from './signal-server';

interface TrackOptions {
  userId: string;
  event: string;
  session?: SessionInfo;
}

export function track({ userId, event, session }: TrackOptions) {
  signal.capture({
    distinctId: session?.distinctId || userId,
    event,
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
}

export function trackTwice(options: TrackOptions, session?: SessionInfo) {
  track({ ...options, session });
  track({ ...options, event: `${options.event}_again`, session });
}

export function trackOrder(userId: string, session?: SessionInfo) {
  track({ userId, event: 'order_created', session });
}
