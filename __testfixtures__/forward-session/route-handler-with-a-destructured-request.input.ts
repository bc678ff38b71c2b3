// @file app/api/orders/route.ts
import { signal } from '@/lib/signal-server';
import type { NextRequest } from 'next/server';

export async function POST({ nextUrl, cookies }: NextRequest) {
  signal.capture({ distinctId: cookies.get('uid')?.value, event: nextUrl.pathname });
  return Response.json({});
}
