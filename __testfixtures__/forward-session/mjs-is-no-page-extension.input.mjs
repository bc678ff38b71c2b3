// @file pages/api/ping.mjs
import { signal } from '../../lib/signal-server.mjs';

export default function handler(incoming, outgoing) {
  signal.capture({ distinctId: incoming.query.id, event: 'pinged' });
  outgoing.end();
}
