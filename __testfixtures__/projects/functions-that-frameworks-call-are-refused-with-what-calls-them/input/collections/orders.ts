import type { CollectionConfig } from 'payload';
import { signal } from '@/lib/signal-server';

export const Orders: CollectionConfig = {
  slug: 'orders',
  fields: [],
  hooks: {
    afterChange: [
      async ({ doc, req }) => {
        signal.capture({ distinctId: req.user?.id ?? doc.id, event: 'order_changed' });
        return doc;
      },
    ],
  },
};
