import { signal } from '@/lib/signal-server';
import { defineUseCase } from './use-case';

export const find = defineUseCase({
  async execute({ input }: { input: { userId: string } }) {
    signal.capture({ distinctId: input.userId, event: 'find' });
    return { hits: [] };
  },
});
