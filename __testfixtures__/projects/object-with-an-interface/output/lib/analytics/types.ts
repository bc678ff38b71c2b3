import type { SessionInfo } from '@/lib/signal-server';

export interface Analytics {
  track(userId: string, event: string, session?: SessionInfo): void;
  identify: (userId: string, session?: SessionInfo) => void;
  flush(): Promise<void>;
}
