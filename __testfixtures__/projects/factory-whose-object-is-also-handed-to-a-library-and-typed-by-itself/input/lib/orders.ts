import type { Analytics } from './analytics';

export function orderPlaced(analytics: Analytics) {
  analytics.track('ordered');
}
