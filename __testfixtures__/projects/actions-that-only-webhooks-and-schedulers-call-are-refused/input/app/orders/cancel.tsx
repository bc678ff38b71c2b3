'use client';

import { cancelOrder } from '@/app/actions';

export function Cancel() {
  return (
    <button type="button" onClick={() => cancelOrder('u1')}>
      Cancel
    </button>
  );
}
