export interface ToolContext {
  userId: string;
}

export interface Tool<Input = unknown, Output = unknown> {
  name: string;
  execute(input: Input, context?: ToolContext): Promise<Output>;
}
