// @file lib/tracking.ts
import { signal } from './signal-server';

export async function trackPurchase(userId: string, amount: number) {
  signal.capture({ distinctId: userId, event: 'purchase', properties: { amount } });
}
