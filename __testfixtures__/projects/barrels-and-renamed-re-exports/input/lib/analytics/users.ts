import { signal } from '@/lib/signal-server';

function track(userId: string) {
  signal.capture({ distinctId: userId, event: 'user_seen' });
}

export { track as trackUser };

export default function trackLogin(userId: string) {
  signal.capture({ distinctId: userId, event: 'signed_in' });
}
