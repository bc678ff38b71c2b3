import { cancelOrder } from './orders';

declare function test(name: string, run: () => Promise<void>): void;

test('cancels', async () => {
  if (!(await cancelOrder({ userId: 'u' })).ok) throw new Error('not cancelled');
});
