import type { SignalServer } from 'signal-next/server';
import { signal } from './signal-server';

type Message = { distinctId: string; event: string };

class Batcher {
  private queue: Message[] = [];

  constructor(private readonly client: SignalServer) {}

  add(message: Message) {
    this.queue.push(message);
    if (this.queue.length >= 20) this.flush();
  }

  flush() {
    for (const message of this.queue.splice(0)) this.client.capture(message);
  }
}

const batcher = new Batcher(signal);

export const track = (userId: string, event: string) => batcher.add({ distinctId: userId, event });
