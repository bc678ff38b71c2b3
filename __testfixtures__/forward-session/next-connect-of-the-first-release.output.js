import nc from 'next-connect';
import { signal, getSessionInfo } from '@/lib/signal-server';

export default nc()
  .get((req, res) => res.json([]))
  .post((req, res) => {
    const { sessionId, windowId, distinctId } = getSessionInfo(req);
    signal.capture({
      distinctId: distinctId || req.body.userId,
      event: 'order_created',
      sessionId,
      windowId,
    });
    res.json({});
  });
