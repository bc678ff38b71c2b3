// @file app/api/orders/route.ts
import { signal } from '@/lib/signal-server';

export async function POST(request: Request) {
  signal.capture({
    get distinctId() {
      return 'u1';
    },
    event: 'getter',
  });
  signal.capture({ distinctId: 'u1', event: 'computed', ['properties']: {} });
  signal.capture({ 'distinctId': 'u1', 'event': 'quoted' });
  return Response.json({});
}
