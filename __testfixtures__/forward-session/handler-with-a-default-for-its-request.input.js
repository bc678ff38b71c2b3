// @file app/api/orders/route.js
import { signal } from '../../../lib/signal-server';

export async function POST(request, { params } = {}) {
  signal.capture({ distinctId: params.id, event: 'order_created' });
  return Response.json({});
}
