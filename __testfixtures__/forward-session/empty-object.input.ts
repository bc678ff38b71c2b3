// @file app/api/orders/route.ts
import { signal } from '@/lib/signal-server';

export async function POST(request: Request) {
  // @ts-expect-error fields are filled in later
  signal.capture({});
  signal.capture({
    // nothing yet
  });
  signal.groupIdentify({});
  return Response.json({});
}
