import { createSignalServer } from 'signal-next/server';

export interface Tracker {
  track(userId: string, event: string): void;
}

class SignalTracker implements Tracker {
  private client = createSignalServer({ apiKey: process.env.SIGNAL_KEY ?? '' });

  track(userId: string, event: string) {
    this.client.capture({ distinctId: userId, event });
  }
}

class SilentTracker implements Tracker {
  track() {}
}

let last: Tracker | undefined;

export function getTracker(): Tracker {
  last = process.env.SIGNAL_KEY ? new SignalTracker() : new SilentTracker();
  return last;
}

export const makeTracker = (): Tracker =>
  process.env.SIGNAL_KEY ? new SignalTracker() : new SilentTracker();

export function chooseTracker(isSilent: boolean): Tracker {
  return isSilent ? new SilentTracker() : new SignalTracker();
}
