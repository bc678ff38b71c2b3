import { trackRefund } from '../../lib/orders';

export default function handler(req, res) {
  trackRefund(req.body.userId);
  res.status(202).end();
}
