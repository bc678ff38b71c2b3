'use client';

import { useEffect } from 'react';
import { Requests } from '@/components/requests';

/** Effects of children run before those of the provider. */
export function EarlyOrder() {
  useEffect(() => {
    fetch('/api/order', { method: 'POST' });
  }, []);
  return <Requests />;
}
