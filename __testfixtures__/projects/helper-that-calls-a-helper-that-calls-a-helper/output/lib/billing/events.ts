import type { SessionInfo } from '@/lib/signal-server';
import { send } from '../analytics';

export const invoiceSent = (userId: string, session?: SessionInfo) =>
  send(userId, 'invoice_sent', session);
