import { signal } from './signal-server';

export function log(userId: string) {
  const self = {
    add(event: string) {
      signal.capture({ distinctId: userId, event });
      return self;
    },
    done() {
      signal.capture({ distinctId: userId, event: 'done' });
    },
  };
  return self;
}
