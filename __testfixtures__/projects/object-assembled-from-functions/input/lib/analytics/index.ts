import { signal } from '../signal-server';
import { trackPurchase } from './purchases';

const trackVisit = (userId: string) =>
  signal.capture({ distinctId: userId, event: 'visited' });

export const analytics = { trackPurchase, visited: trackVisit };
