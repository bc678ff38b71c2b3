import { trackOrder } from '@acme/analytics/server';

export function order(userId: string) {
  trackOrder(userId);
}
