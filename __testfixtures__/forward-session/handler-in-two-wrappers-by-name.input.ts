// @file app/api/orders/route.ts
import type { NextRequest } from 'next/server';
import { withAuth, withErrors } from '@/lib/wrappers';
import { signal } from '@/lib/signal-server';

async function createOrder(request: NextRequest) {
  signal.capture({ distinctId: 'u1', event: 'order_created' });
  return Response.json({});
}

const handler = withAuth(createOrder);

export const POST = withErrors(handler);
