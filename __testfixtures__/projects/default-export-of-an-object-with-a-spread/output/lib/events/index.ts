import { signal, type SessionInfo } from '@/lib/signal-server';
import { orderEvents } from './orders';

const seen = (userId: string, session?: SessionInfo) => {
  signal.capture({
    distinctId: session?.distinctId || userId,
    event: 'seen',
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
};

export default { ...orderEvents, seen };
