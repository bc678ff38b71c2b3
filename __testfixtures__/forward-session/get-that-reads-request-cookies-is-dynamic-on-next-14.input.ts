// @file app/api/orders/route.ts
import type { NextRequest } from 'next/server';
import { signal } from '@/lib/signal-server';

export async function GET(request: NextRequest) {
  const uid = request.cookies.get('uid')?.value;
  signal.capture({ distinctId: uid ?? 'anon', event: 'read' });
  return Response.json([]);
}
