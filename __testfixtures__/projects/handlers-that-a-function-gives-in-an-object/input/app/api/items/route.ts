import { signal } from '@/lib/signal-server';
import { items } from '@/lib/crud';

export const { DELETE } = items;

const local = (name: string) => {
  const PATCH = async () => {
    signal.capture({ distinctId: 'u1', event: `${name}_changed` });
    return new Response();
  };
  return { PATCH };
};

export const { PATCH } = local('items');
