// @file pages/api/orders.ts
import type { NextApiRequest, NextApiResponse } from 'next';
import { signal } from '@/lib/signal-server';

export function trackOrder(userId: string, total: number) {
  signal.capture({ distinctId: userId, event: 'order_created', properties: { total } });
}

export default function handler(req: NextApiRequest, res: NextApiResponse) {
  trackOrder(req.body.userId, req.body.total);
  res.status(201).end();
}
