import { trackCreated, trackRemoved } from './analytics';

export const trackers = {
  created: trackCreated,
  removed: trackRemoved,
};
