import { signal } from './signal-server';
import { withEvents, withLogging, withTiming } from './use-case';

function track(userId: string, event: string) {
  signal.capture({ distinctId: userId, event });
}

export const search = withEvents(
  withLogging({
    async execute(userId) {
      track(userId, 'searched');
      return userId;
    },
  }),
);

export const find = withTiming({
  execute: async (userId: string) => {
    track(userId, 'found');
    return userId;
  },
});
