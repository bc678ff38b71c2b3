import { signal, type SessionInfo } from './signal-server';

interface Tracker {
  track(userId: string, session?: SessionInfo): void;
}

export function classTracker(plan: string) {
  class OfPlan {
    track(userId: string, session?: SessionInfo) {
      signal.capture({
        distinctId: session?.distinctId || userId,
        event: 'tracked_by_a_method',
        properties: { plan },
        sessionId: session?.sessionId,
        windowId: session?.windowId,
      });
    }

    later = (userId: string, session?: SessionInfo) => {
      signal.capture({
        distinctId: session?.distinctId || userId,
        event: 'tracked_by_a_property',
        properties: { plan },
        sessionId: session?.sessionId,
        windowId: session?.windowId,
      });
    };
  }
  return new OfPlan();
}

export const curried = (plan: string) => (userId: string, session?: SessionInfo) => {
  signal.capture({
    distinctId: session?.distinctId || userId,
    event: 'tracked_by_an_arrow',
    properties: { plan },
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
};

export function typedTracker(plan: string) {
  return {
    track: (userId: string, session?: SessionInfo) => {
      signal.capture({
        distinctId: session?.distinctId || userId,
        event: 'tracked_by_a_typed_object',
        properties: { plan },
        sessionId: session?.sessionId,
        windowId: session?.windowId,
      });
    },
  } satisfies Tracker;
}
