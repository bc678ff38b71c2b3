import type { NextApiRequest, NextApiResponse } from 'next';
import { createRouter } from 'next-connect';
import { getSessionInfo, signal } from '@/lib/signal-server';

const router = createRouter<NextApiRequest, NextApiResponse>();

router
  .use(async (req, res, next) => {
    const { sessionId, windowId, distinctId } = getSessionInfo(req);
    signal.capture({
      distinctId: distinctId || 'u1',
      event: 'api_called',
      sessionId,
      windowId,
    });
    await next();
  })
  .post(async (req, res) => {
    const { sessionId, windowId, distinctId } = getSessionInfo(req);
    signal.capture({
      distinctId: distinctId || req.body.userId,
      event: 'order_created',
      sessionId,
      windowId,
    });
    res.status(200).json({});
  });

export default router.handler();
