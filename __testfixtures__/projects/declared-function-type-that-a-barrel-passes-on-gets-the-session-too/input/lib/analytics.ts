import type { Identify, TrackFn } from '../types';
import { signal } from './signal-server';

export const track: TrackFn = (userId, event) => {
  signal.capture({ distinctId: userId, event });
};

export const identify: Identify = (userId) => {
  signal.identify({ distinctId: userId });
};
