// @file app/actions.ts
'use server';

import { signal } from '@/lib/signal-server';

class Tracker {
  plain(name: string): void;
  plain(name: unknown) {
    return name;
  }

  track(userId: string): void;
  track(userId: number): void;
  track(userId: string | number) {
    signal.capture({ distinctId: String(userId), event: 'upgraded' });
  }
}

export async function upgrade(userId: string) {
  new Tracker().track(userId);
}
