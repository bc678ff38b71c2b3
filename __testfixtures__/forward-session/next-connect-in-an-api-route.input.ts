// @file pages/api/orders.ts
import type { NextApiRequest, NextApiResponse } from 'next';
import { createRouter } from 'next-connect';
import { signal } from '@/lib/signal-server';

const router = createRouter<NextApiRequest, NextApiResponse>();

router
  .use(async (req, res, next) => {
    signal.capture({ distinctId: 'u1', event: 'api_called' });
    await next();
  })
  .post(async (req, res) => {
    signal.capture({ distinctId: req.body.userId, event: 'order_created' });
    res.status(200).json({});
  });

export default router.handler();
