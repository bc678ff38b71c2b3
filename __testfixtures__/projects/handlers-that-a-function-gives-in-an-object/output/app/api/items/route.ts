import { signal, getSessionInfo } from '@/lib/signal-server';
import { items } from '@/lib/crud';

export const { DELETE } = items;

const local = (name: string) => {
  const PATCH = async (request: Request) => {
    const { sessionId, windowId, distinctId } = getSessionInfo(request);
    signal.capture({
      distinctId: distinctId || 'u1',
      event: `${name}_changed`,
      sessionId,
      windowId,
    });
    return new Response();
  };
  return { PATCH };
};

export const { PATCH } = local('items');
