// @file app/api/orders/route.ts
import { signal } from '@/lib/signal-server';

export async function POST(request: Request) {
  // signal-next-ignore-next-line: a blank line follows

  signal.capture({ distinctId: 'u1', event: 'a' });
  signal.capture({ distinctId: 'u1', event: 'b' }); // signal-next-ignore-next-line: on the same line
  return Response.json({});
}
