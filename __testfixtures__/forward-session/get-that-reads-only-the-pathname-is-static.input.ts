// @file app/api/orders/route.ts
import type { NextRequest } from 'next/server';
import { signal } from '@/lib/signal-server';

export async function GET(request: NextRequest) {
  const { method } = request;
  signal.capture({ distinctId: 'anon', event: 'read', properties: { method, path: request.nextUrl.pathname } });
  return Response.json([]);
}
