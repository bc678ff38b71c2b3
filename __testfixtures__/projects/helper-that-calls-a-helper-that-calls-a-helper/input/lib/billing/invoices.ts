import { signal } from '@/lib/signal-server';
import { invoiceSent } from './events';

export async function sendInvoice(userId: string, amount: number) {
  await Promise.resolve(amount);
  invoiceSent(userId);
  signal.setPersonProperties(userId, { lastInvoice: amount });
  return { userId, amount };
}
