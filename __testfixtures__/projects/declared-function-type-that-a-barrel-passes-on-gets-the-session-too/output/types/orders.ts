import type { SessionInfo } from '@/lib/signal-server';

export type TrackFn = (
  userId: string,
  event: string,
  session?: SessionInfo,
) => void;
