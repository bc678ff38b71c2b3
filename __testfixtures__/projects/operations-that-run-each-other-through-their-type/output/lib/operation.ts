import type { SessionInfo } from './signal-server';

export interface Operation {
  run(input: { userId: string }, session?: SessionInfo): Promise<void>;
}
