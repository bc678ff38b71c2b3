import { trackCreated, trackRemoved } from './analytics';
import type { SessionInfo } from './signal-server';

export const trackers: Record<
  string,
  (userId: string, session?: SessionInfo) => void
> = {
  created: trackCreated,
  removed: trackRemoved,
};
