import { Inngest } from 'inngest';
import { packOrder } from './orders';

const inngest = new Inngest({ id: 'shop' });

export const pack = inngest.createFunction({ id: 'pack' }, { event: 'pack' }, async ({ event }: { event: { data: { userId: string } } }) => {
  await packOrder({ userId: event.data.userId });
});
