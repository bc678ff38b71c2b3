// @file app/api/orders/route.ts
import type { NextRequest } from 'next/server';
import { signal } from '@/lib/signal-server';

export async function GET(request: NextRequest) {
  const { searchParams } = request.nextUrl;
  signal.capture({ distinctId: searchParams.get('uid') ?? 'anon', event: 'read' });
  return Response.json([]);
}
