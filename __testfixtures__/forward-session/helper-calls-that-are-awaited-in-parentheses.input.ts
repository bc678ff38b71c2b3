// @file app/api/orders/route.ts
import { signal } from '@/lib/signal-server';

async function hydrate(userId: string, options: object): Promise<unknown> {
  await signal.capture({ distinctId: userId, event: 'hydrated' });
  return options;
}

export async function POST(request: Request) {
  const { userId } = await request.json();
  const a = (await hydrate(userId, {
    userId,
    maxBytes: 1024 * 1024,
  })) as { userId: string };
  const b =
    (await hydrate(userId, {
      userId,
      keep: true,
    })) ?? a;
  const c = !(await hydrate(userId, {
    userId,
  }));
  const d = (
    await hydrate(userId, {
      userId,
    })
  ).toString();
  const e = (await hydrate(userId, { userId, maximum: 1024 * 1024 })) as string;
  const f = !(await hydrate(userId, { userId, maximumOfBytes: 1024 * 1024 }));
  const g = (await hydrate(userId, { userId, maximumBytes: 1024 * 1024 })) ?? a;
  return Response.json([a, b, c, d, e, f, g]);
}
