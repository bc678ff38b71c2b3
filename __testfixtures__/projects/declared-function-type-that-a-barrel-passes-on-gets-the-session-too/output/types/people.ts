import type { SessionInfo } from '@/lib/signal-server';

export interface IdentifyFn {
  (userId: string, session?: SessionInfo): void;
}
