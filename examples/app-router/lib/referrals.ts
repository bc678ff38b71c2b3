import { signal } from '@/lib/signal';

export function recordReferral(userId: string, code: string) {
  signal.alias(userId, `referral:${code}`);
}
