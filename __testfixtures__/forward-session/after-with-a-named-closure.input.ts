// @file app/api/orders/route.ts
import { after } from 'next/server';
import { signal } from '@/lib/signal-server';

export async function POST(request: Request) {
  const { userId } = await request.json();
  const track = () => {
    signal.capture({ distinctId: userId, event: 'order_created' });
  };
  after(track);
  return Response.json({});
}
