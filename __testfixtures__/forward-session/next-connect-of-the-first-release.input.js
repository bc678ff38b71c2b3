// @file pages/api/orders.js
import nc from 'next-connect';
import { signal } from '@/lib/signal-server';

export default nc()
  .get((req, res) => res.json([]))
  .post((req, res) => {
    signal.capture({ distinctId: req.body.userId, event: 'order_created' });
    res.json({});
  });
