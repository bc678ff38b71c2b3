import type { SessionInfo } from '@/lib/signal-server';

export interface ToolContext {
  userId: string;
}

export interface Tool<Input = unknown, Output = unknown> {
  name: string;
  execute(
    input: Input,
    context?: ToolContext,
    session?: SessionInfo,
  ): Promise<Output>;
}
