// @file app/api/orders/route.ts
import { lazy } from '@/lib/lazy';

export async function POST(request: Request) {
  lazy.capture({ distinctId: 'u1', event: 'order_opened' });
  return Response.json({});
}
