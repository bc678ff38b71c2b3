import { unstable_cache } from 'next/cache';
import { trackLoad } from './analytics';
import { signal } from './signal-server';

const load = async (id: string) => {
  signal.capture({ distinctId: id, event: 'missed' });
  trackLoad(id);
  return id;
};

export const loadProduct = unstable_cache(load, ['product']);
