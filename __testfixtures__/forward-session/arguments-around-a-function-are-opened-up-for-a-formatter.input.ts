// @file app/api/orders/route.ts
import { signal } from '@/lib/signal-server';

async function timed<T>(id: string, event: string, run: () => Promise<T>) {
  const result = await run();
  signal.capture({ distinctId: id, event });
  return result;
}

async function retry<T>(
  run: (attempt: number) => Promise<T>,
  onFailure?: (error: unknown) => void,
) {
  signal.capture({ distinctId: 'server', event: 'retried' });
  return run(1).catch(onFailure);
}

async function once<T>(run: (attempt: number) => Promise<T>) {
  signal.capture({ distinctId: 'server', event: 'once' });
  return run(1);
}

export async function POST(request: Request) {
  const { id, note } = await request.json();
  const order = await timed(id, 'order', async () => {
    return { id };
  });
  await timed(id, 'a', async function () {
    signal.capture({ distinctId: id, event: 'inside' });

    /*
      Kept where it is.
    */
    /**
     * Moves along.
     */
    await timed(id, 'deeper', async () => {
      signal.capture({ distinctId: id, event: 'deeper', properties: { id } });
      return `first line
      second line of ${note}`;
    });
    await timed(id, 'parts', () => fetch(`https://example.com/${id}?a=1`));
  });
  await retry(async (attempt) => {
    signal.capture({ distinctId: id, event: 'tried', properties: { attempt } });
  });
  await retry(
    async (attempt) => {
      signal.capture({ distinctId: id, event: `tried ${attempt}` });
    },
    () => {},
  );
  await once(async (attempt) => {
    signal.capture({ distinctId: id, event: `once ${attempt}` });
  });
  await timed(id, 'somewhat longer', () =>
    fetch(`https://example.com/orders/${id}`),
  );
  await timed(id, 'somewhat longer', () =>
    fetch(`https://example.com/orders/${id}`, {
      method: 'POST',
    }),
  );
  await timed(id, 'object', async () => ({
    id,
    note,
  }));
  const sent = note
    ? timed(id, 'branch', async () => {
        return 1;
      })
    : undefined;
  return Response.json({ order, sent });
}

export const DELETE = async (request: Request) =>
  timed(await request.text(), 'delete', async () => {
    return new Response(null, { status: 204 });
  });
