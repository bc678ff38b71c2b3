'use client';

import { trackClick } from '@/lib/clicks';

export function BuyButton({ userId }: { userId: string }) {
  return <button onClick={() => trackClick(userId)}>Buy</button>;
}
