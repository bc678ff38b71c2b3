import { signal } from './signal-server';

interface Tracker {
  track(userId: string): void;
}

export function classTracker(plan: string) {
  class OfPlan {
    track(userId: string) {
      signal.capture({ distinctId: userId, event: 'tracked_by_a_method', properties: { plan } });
    }

    later = (userId: string) => {
      signal.capture({ distinctId: userId, event: 'tracked_by_a_property', properties: { plan } });
    };
  }
  return new OfPlan();
}

export const curried = (plan: string) => (userId: string) => {
  signal.capture({ distinctId: userId, event: 'tracked_by_an_arrow', properties: { plan } });
};

export function typedTracker(plan: string) {
  return {
    track: (userId: string) => {
      signal.capture({ distinctId: userId, event: 'tracked_by_a_typed_object', properties: { plan } });
    },
  } satisfies Tracker;
}
