import { signal } from '@/lib/signal-server';
import { defineUseCase } from './use-case';

export const search = defineUseCase({
  async execute({ input }: { input: { userId: string } }) {
    signal.capture({ distinctId: input.userId, event: 'search' });
    return { hits: [] };
  },
});
