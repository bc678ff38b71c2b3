import type { SessionInfo } from '@/lib/signal-server';

export type TrackParams = {
  userId: string;
  event: string;
  session?: SessionInfo;
};
