// @file app/api/orders/route.ts
import { cookies } from 'next/headers';
import { signal } from '@/lib/signal-server';

export async function GET() {
  const jar = cookies();
  signal.capture({ distinctId: jar.get('uid')?.value ?? 'anon', event: 'read' });
  return Response.json([]);
}
