// @file lib/cache.ts
import { Store } from '@/lib/store';
import { signal } from '@/lib/signal-server';

const store = new Store();

store.get('key', async (c) => {
  signal.capture({ distinctId: c.id, event: 'missed' });
});
