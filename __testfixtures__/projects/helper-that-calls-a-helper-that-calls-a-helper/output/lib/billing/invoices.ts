import { signal, type SessionInfo } from '@/lib/signal-server';
import { invoiceSent } from './events';

export async function sendInvoice(
  userId: string,
  amount: number,
  session?: SessionInfo,
) {
  await Promise.resolve(amount);
  invoiceSent(userId, session);
  signal.setPersonProperties(
    userId,
    { lastInvoice: amount },
    session?.sessionId,
    session?.windowId,
  );
  return { userId, amount };
}
