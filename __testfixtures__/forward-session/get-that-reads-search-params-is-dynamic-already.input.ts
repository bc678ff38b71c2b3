// @file app/api/orders/route.ts
import { signal } from '@/lib/signal-server';
import { NextRequest } from 'next/server';

export async function GET(req: NextRequest) {
  const q = req.nextUrl.searchParams.get('q');
  signal.capture({ distinctId: 'anon', event: 'search', properties: { q } });
  return Response.json([]);
}
