// @file pages/api/ping.mjs
import { signal } from '../../lib/signal-server.mjs';

export default function handler(req, res) {
  signal.capture({ distinctId: req.query.id, event: 'pinged' });
  res.end();
}
