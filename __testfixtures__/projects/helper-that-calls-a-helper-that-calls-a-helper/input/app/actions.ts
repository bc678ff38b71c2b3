'use server';

import { invoiceSent } from '@/lib/billing/events';

export async function resendInvoice(userId: string) {
  invoiceSent(userId);
}
