// @file app/api/orders/route.ts
import * as nextCache from 'next/cache';
import { signal } from '@/lib/signal-server';

async function load(id: string) {
  signal.capture({ distinctId: id, event: 'loaded' });
  return id;
}

const cached = nextCache.unstable_cache(load);

export async function POST(request: Request) {
  return Response.json(await cached('1'));
}
