// @file pages/api/payments.ts
import type { NextApiRequest, NextApiResponse } from 'next';
import { createRouter } from 'next-connect';
import { signal } from '@/lib/signal-server';
import { stripe } from '@/lib/stripe';

const router = createRouter<NextApiRequest, NextApiResponse>();

router.post(async (req, res) => {
  const event = stripe.webhooks.constructEvent(req.body, req.headers['stripe-signature'], 'secret');
  signal.capture({ distinctId: event.account, event: 'paid' });
  res.status(204).end();
});

export default router.handler();
