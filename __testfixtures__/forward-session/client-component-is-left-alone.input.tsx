// @file app/button.tsx
'use client';

import { signal } from '@/lib/signal-server';

export function Button() {
  return <button onClick={() => signal.capture({ distinctId: 'u', event: 'clicked' })}>Go</button>;
}
