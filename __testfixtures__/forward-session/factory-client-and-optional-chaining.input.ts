// @file app/api/orders/route.ts
import { getSignalClient } from '@/lib/analytics';
import { signal as browser } from '@/lib/browser';

export async function POST(request: Request) {
  const signal = getSignalClient();
  signal?.capture({ distinctId: 'u', event: 'a' });
  getSignalClient()?.capture({ distinctId: 'u', event: 'b' });
  browser.capture({ distinctId: 'u', event: 'c' });
  return Response.json({});
}
