import { signal } from './signal-server';

export function createAnalytics(area: string) {
  const send = (userId: string, event: string) => {
    signal.capture({ distinctId: userId, event: `${area}_${event}` });
  };
  return {
    created: (userId: string) => send(userId, 'created'),
    removed(userId: string) {
      signal.capture({ distinctId: userId, event: `${area}_removed` });
    },
  };
}
