import type { SessionInfo } from './signal-server';

export type TrackFn = (
  userId: string,
  event: string,
  session?: SessionInfo,
) => void;
