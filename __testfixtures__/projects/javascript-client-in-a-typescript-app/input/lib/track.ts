import analytics from '@/lib/analytics';

export function track(userId: string, event: string) {
  analytics().capture({ distinctId: userId, event });
}
