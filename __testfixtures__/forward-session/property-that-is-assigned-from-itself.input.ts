// @file app/api/orders/route.ts
import { signal } from '@/lib/signal-server';

console.error = console.error.bind(console);

export async function POST(request: Request) {
  const url = new URL(request.url);
  url.pathname = url.pathname.replace(/a/, '');
  console.error(url.pathname.toString());
  signal.capture({ distinctId: 'u1', event: 'order_created' });
  return Response.json({});
}
