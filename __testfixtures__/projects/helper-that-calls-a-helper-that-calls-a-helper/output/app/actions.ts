'use server';

import { headers } from 'next/headers';
import { invoiceSent } from '@/lib/billing/events';
import { getSessionInfo } from '@/lib/signal-server';

export async function resendInvoice(userId: string) {
  const session = getSessionInfo(await headers());
  invoiceSent(userId, session);
}
