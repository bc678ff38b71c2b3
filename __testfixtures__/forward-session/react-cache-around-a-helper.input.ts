// @file app/api/orders/route.ts
import { cache } from 'react';
import { signal } from '@/lib/signal-server';

const load = cache(async (id: string) => {
  signal.capture({ distinctId: id, event: 'loaded' });
  return id;
});

export async function POST(request: Request) {
  return Response.json(await load('1'));
}
