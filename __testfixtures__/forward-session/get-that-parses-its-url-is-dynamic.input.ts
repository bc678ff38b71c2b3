// @file app/api/orders/route.ts
import { signal } from '@/lib/signal-server';

export async function GET({ url }: Request) {
  const { searchParams } = new URL(url);
  signal.capture({ distinctId: searchParams.get('uid') ?? 'anon', event: 'read' });
  return Response.json([]);
}
