// @file app/api/orders/route.ts
import type { createSignalServer, SignalServer } from 'signal-next/server';
import { signal } from '@/lib/signal-server';

interface Deps {
  client: Pick<SignalServer, 'capture'> | null;
  userId: string;
}

function created({ client, userId }: Deps) {
  client?.capture({ distinctId: userId, event: 'order_created' });
}

const changed = (client: SignalServer, userId: string) =>
  client.capture({ distinctId: userId, event: 'order_changed' });

function removed(client: ReturnType<typeof createSignalServer> | undefined, userId: string) {
  client?.capture({ distinctId: userId, event: 'order_removed' });
}

export async function POST(request: Request) {
  const { userId } = await request.json();
  created({ client: signal, userId });
  changed(signal, userId);
  removed(signal, userId);
  return Response.json({});
}
