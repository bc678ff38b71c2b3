// @file app/api/orders/route.ts
import { Analytics, analytics } from '@/lib/tracker';

export async function POST(request: Request) {
  analytics.client.capture({ distinctId: 'u1', event: 'order_opened' });
  Analytics.getInstance().client.capture({ distinctId: 'u1', event: 'order_paid' });
  analytics.capture({ distinctId: 'u1', event: 'somebody_elses_method' });
  return Response.json({});
}
