import { lookupTool } from './lookup';
import { refundTool } from './refund';
import type { Tool, ToolContext } from './tool';

const tools: Record<string, Tool> = {
  [lookupTool.name]: lookupTool,
  [refundTool.name]: refundTool,
};

function allTools(): Record<string, Tool> {
  return tools;
}

export async function runTool(name: string, input: unknown, context?: ToolContext): Promise<unknown> {
  const tool = allTools()[name];
  if (!tool) throw new Error(`There is no tool ${name}.`);
  return tool.execute(input, context);
}
