import { createOrder } from '../lib/orders';

await createOrder({ userId: 'subscriber-1' });
