import { send } from '../analytics';
import type { SessionInfo } from '@/lib/signal-server';

export const invoiceSent = (userId: string, session?: SessionInfo) =>
  send(userId, 'invoice_sent', session);
