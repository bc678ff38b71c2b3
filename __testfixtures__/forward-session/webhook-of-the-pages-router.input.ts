// @file pages/api/stripe-webhook.ts
import type { NextApiRequest, NextApiResponse } from 'next';
import { readRaw } from '@/lib/raw';
import { signal } from '@/lib/signal-server';

export const config = { api: { bodyParser: false } };

export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  const event = await readRaw(req, req.headers['stripe-signature']);
  signal.capture({ distinctId: event.customer, event: 'invoice_paid' });
  res.status(200).json({ received: true });
}
