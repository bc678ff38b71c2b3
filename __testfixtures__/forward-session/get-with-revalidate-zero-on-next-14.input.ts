// @file app/api/orders/route.ts
import { signal } from '@/lib/signal-server';

export const revalidate = 0;

export const GET = async () => {
  signal.capture({ distinctId: 'anon', event: 'read' });
  return Response.json([]);
};
