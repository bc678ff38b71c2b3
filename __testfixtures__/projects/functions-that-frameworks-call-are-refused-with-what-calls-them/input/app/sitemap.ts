import { signal } from '@/lib/signal-server';

export default async function sitemap() {
  signal.capture({ distinctId: 'bot', event: 'sitemap_read' });
  return [];
}
