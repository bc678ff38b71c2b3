import { signal } from '../signal-server';
import type { Tool } from './tool';

export const refundTool: Tool<{ order: string }, string> = {
  name: 'refund',
  async execute(input, context) {
    signal.capture({ distinctId: context?.userId ?? 'nobody', event: 'refunded' });
    return input.order;
  },
};
