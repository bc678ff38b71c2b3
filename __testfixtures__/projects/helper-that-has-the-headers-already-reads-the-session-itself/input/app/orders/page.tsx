import { captureEvent } from '@/lib/capture-event';

export default async function Orders() {
  await captureEvent('u1', 'orders seen');
  return null;
}
