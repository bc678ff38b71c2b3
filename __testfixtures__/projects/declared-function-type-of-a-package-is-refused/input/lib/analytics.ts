import type { Tracker } from 'some-tracking-types';
import { signal } from './signal-server';

export const track: Tracker['track'] = (userId: string, event: string) => {
  signal.capture({ distinctId: userId, event });
};
