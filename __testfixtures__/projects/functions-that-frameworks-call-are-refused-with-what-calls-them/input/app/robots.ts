import { signal } from '@/lib/signal-server';

export default function robots() {
  signal.capture({ distinctId: 'bot', event: 'robots_read' });
  return { rules: [] };
}
