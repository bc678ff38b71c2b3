import { trackRefund } from '../../lib/orders';
import { getSessionInfo } from '../../lib/signal-server';

export default function handler(req, res) {
  const session = getSessionInfo(req);
  trackRefund(req.body.userId, session);
  res.status(202).end();
}
