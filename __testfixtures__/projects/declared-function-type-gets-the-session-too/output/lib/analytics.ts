import { signal, type SessionInfo } from './signal-server';
import type { TrackFn } from './types';

export const track: TrackFn = (userId, event, session) => {
  signal.capture({
    distinctId: session?.distinctId || userId,
    event,
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
};

export const identify: (
  userId: string,
  session?: SessionInfo,
) => void = (userId, session) => {
  signal.identify({
    distinctId: userId,
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
};
