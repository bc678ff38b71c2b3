import { send } from '../analytics';

export const invoiceSent = (userId: string) => send(userId, 'invoice_sent');
