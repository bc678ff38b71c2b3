import type { Analytics } from './analytics';
import type { SessionInfo } from './signal-server';

export function orderPlaced(analytics: Analytics, session?: SessionInfo) {
  analytics.track('ordered', session);
}
