// @file app/api/orders/route.ts
import { after } from 'next/server';
import { signal } from '@/lib/signal-server';

export async function POST(request: Request) {
  after(async () => {
    signal.capture({ distinctId: 'u', event: 'x' });
    await signal.flush();
  });
  return Response.json({});
}
