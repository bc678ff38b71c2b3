import { captureBoth, captureEvent, captureSafely } from '@/lib/capture-event';

export async function placeOrder(userId: string) {
  await captureEvent(userId, 'order placed');
}

export async function cancelOrder(userId: string) {
  await captureBoth(userId);
  await captureSafely(userId);
}
