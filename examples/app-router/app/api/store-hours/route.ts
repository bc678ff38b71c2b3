import { signal } from '@/lib/signal';

export async function GET() {
  signal.capture({ distinctId: 'storefront', event: 'store_hours_rendered' });
  return Response.json({ weekdays: '9-18', saturday: '10-14', sunday: null });
}
