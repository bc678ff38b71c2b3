import { type SessionInfo, signal } from './signal-server';
import { withEvents, withLogging, withTiming } from './use-case';

function track(userId: string, event: string, session?: SessionInfo) {
  signal.capture({
    distinctId: session?.distinctId || userId,
    event,
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
}

export const search = withEvents(
  withLogging({
    async execute(userId, session) {
      track(userId, 'searched', session);
      return userId;
    },
  }),
);

export const find = withTiming({
  execute: async (userId: string, session?: SessionInfo) => {
    track(userId, 'found', session);
    return userId;
  },
});
