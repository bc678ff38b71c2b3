// @file app/api/orders/route.ts
import { signal } from '@/lib/signal-server';

async function timed<T>(id: string, run: () => Promise<T>) {
  signal.capture({ distinctId: id, event: 'timed' });
  return run();
}

export async function POST(request: Request) {
  const { id } = await request.json();
  // eslint-disable-next-line no-restricted-syntax
  await timed(id, async () => {
    return 1;
  });
  await timed(id, async (/* what is asked */) => {
    // eslint-disable-next-line no-console
    console.log(id);
  });
  await timed(/* whose */ id, async () => {
    return 1;
  });
  return Response.json({});
}
