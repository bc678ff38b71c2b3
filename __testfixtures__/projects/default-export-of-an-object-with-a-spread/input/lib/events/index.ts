import { signal } from '@/lib/signal-server';
import { orderEvents } from './orders';

const seen = (userId: string) => {
  signal.capture({ distinctId: userId, event: 'seen' });
};

export default { ...orderEvents, seen };
