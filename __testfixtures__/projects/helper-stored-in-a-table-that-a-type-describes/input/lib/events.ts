import { trackCreated, trackRemoved } from './analytics';

export const trackers: Record<string, (userId: string) => void> = {
  created: trackCreated,
  removed: trackRemoved,
};
