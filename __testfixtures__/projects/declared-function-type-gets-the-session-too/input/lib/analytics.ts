import { signal } from './signal-server';
import type { TrackFn } from './types';

export const track: TrackFn = (userId, event) => {
  signal.capture({ distinctId: userId, event });
};

export const identify: (userId: string) => void = (userId) => {
  signal.identify({ distinctId: userId });
};
