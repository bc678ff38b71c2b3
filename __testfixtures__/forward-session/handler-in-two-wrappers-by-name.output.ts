import type { NextRequest } from 'next/server';
import { withAuth, withErrors } from '@/lib/wrappers';
import { getSessionInfo, signal } from '@/lib/signal-server';

async function createOrder(request: NextRequest) {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  signal.capture({
    distinctId: distinctId || 'u1',
    event: 'order_created',
    sessionId,
    windowId,
  });
  return Response.json({});
}

const handler = withAuth(createOrder);

export const POST = withErrors(handler);
