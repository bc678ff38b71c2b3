import type { SessionInfo } from './signal-sink';

export interface EventSink {
  accepts(event: string): boolean;
  record(userId: string, event: string, session?: SessionInfo): Promise<void>;
}
