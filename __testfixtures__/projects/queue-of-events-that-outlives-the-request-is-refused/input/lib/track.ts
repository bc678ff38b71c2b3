import { signal } from './signal-server';

type Message = { distinctId: string; event: string };

const queue: Message[] = [];

export async function track(userId: string, event: string) {
  queue.push({ distinctId: userId, event });
  if (queue.length >= 20) await flush();
}

export async function flush() {
  while (queue.length > 0) {
    const message = queue.shift();
    if (message) signal.capture(message);
  }
  await signal.flush();
}
