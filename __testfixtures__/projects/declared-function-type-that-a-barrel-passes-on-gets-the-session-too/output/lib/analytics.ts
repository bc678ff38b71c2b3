import type { Identify, TrackFn } from '../types';
import { signal } from './signal-server';

export const track: TrackFn = (userId, event, session) => {
  signal.capture({
    distinctId: session?.distinctId || userId,
    event,
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
};

export const identify: Identify = (userId, session) => {
  signal.identify({
    distinctId: userId,
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
};
