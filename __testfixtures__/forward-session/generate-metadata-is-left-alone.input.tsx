// @file app/orders/page.tsx
import { signal } from '@/lib/signal-server';

export async function generateMetadata() {
  signal.capture({ distinctId: 'u1', event: 'metadata' });
  return { title: 'Orders' };
}

export default function Page() {
  return null;
}
