// @file pages/api/orders.ts
import { withUser } from '@/lib/with-user-and-request';
import { signal } from '@/lib/signal-server';

export default withUser(async (user) => {
  signal.capture({ distinctId: user.id, event: 'order_created' });
});
