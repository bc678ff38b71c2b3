import { signal } from '../signal-server';
import type { Tool } from './tool';

export const refundTool: Tool<{ order: string }, string> = {
  name: 'refund',
  async execute(input, context, session) {
    signal.capture({
      distinctId: session?.distinctId || (context?.userId ?? 'nobody'),
      event: 'refunded',
      sessionId: session?.sessionId,
      windowId: session?.windowId,
    });
    return input.order;
  },
};
