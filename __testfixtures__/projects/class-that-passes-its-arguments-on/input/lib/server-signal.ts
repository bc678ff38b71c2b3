import { createSignalServer, type SignalServer } from 'signal-next/server';

export class ServerSignal {
  private client: SignalServer | null;

  constructor() {
    this.client = process.env.SIGNAL_API_KEY
      ? createSignalServer({ apiKey: process.env.SIGNAL_API_KEY })
      : null;
  }

  capture(...args: Parameters<SignalServer['capture']>) {
    this.client?.capture(...args);
  }

  async flush() {
    await this.client?.flush();
  }
}

const shared = createSignalServer({ apiKey: '' });

export function identify(...args: Parameters<SignalServer['identify']>) {
  return shared.identify(...args);
}
