// @file app/api/orders/route.js
export async function POST(request) {
  require('../../../lib/signal-server').signal.capture({ distinctId: 'u1', event: 'order_opened' });
  return Response.json({});
}
