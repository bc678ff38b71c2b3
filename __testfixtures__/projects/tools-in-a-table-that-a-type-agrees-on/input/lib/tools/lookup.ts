import type { Tool } from './tool';

export const lookupTool: Tool<{ order: string }, string> = {
  name: 'lookup',
  async execute(input, context) {
    return `${input.order} of ${context?.userId}`;
  },
};
