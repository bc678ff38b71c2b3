// @file app/api/orders/route.ts
export async function POST(request: Request) {
  const { signal } = await import('@/lib/signal-server');
  signal.capture({ distinctId: 'u1', event: 'order_opened' });
  (await import('@/lib/signal-server')).signal.capture({ distinctId: 'u1', event: 'order_paid' });
  return Response.json({});
}
