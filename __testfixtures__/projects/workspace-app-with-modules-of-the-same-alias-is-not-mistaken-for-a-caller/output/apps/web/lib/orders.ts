import { trackOrder } from '@acme/analytics/server';
import type { SessionInfo } from './session';

export function order(userId: string, session?: SessionInfo) {
  trackOrder(userId, session);
}
