import { captureBoth, captureEvent, captureSafely } from '@/lib/capture-event';
import type { SessionInfo } from './signal-server';

export async function placeOrder(userId: string) {
  await captureEvent(userId, 'order placed');
}

export async function cancelOrder(userId: string, session?: SessionInfo) {
  await captureBoth(userId, session);
  await captureSafely(userId, session);
}
