// @file app/api/orders/route.ts
import { connection } from 'next/server';
import { signal } from '@/lib/signal-server';

export async function GET() {
  await connection();
  signal.capture({ distinctId: 'anon', event: 'read' });
  return Response.json([]);
}
