import { signal } from './signal-server';

export function createSender() {
  let waiting: string[] = [];
  return {
    add(userId: string) {
      waiting.push(userId);
      if (waiting.length >= 20) this.send();
    },
    send() {
      const batch = waiting;
      waiting = [];
      batch.forEach((userId) => signal.capture({ distinctId: userId, event: 'order_sent' }));
    },
  };
}
