// @file pages/api/orders.ts
import { either } from '@/lib/either';
import { signal } from '@/lib/signal-server';

export default either(async (first) => {
  signal.capture({ distinctId: first.id, event: 'order_created' });
});
