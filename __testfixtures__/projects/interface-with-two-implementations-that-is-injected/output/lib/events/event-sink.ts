import type { SessionInfo } from '@/lib/signal-server';

export interface EventSink {
  send(userId: string, event: string, session?: SessionInfo): void;
}
