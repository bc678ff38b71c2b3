// @file app/api/orders/route.ts
import type { SignalServer } from 'signal-next/server';
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

export async function POST(request: Request) {
  const { userId } = await request.json();
  created({ client: signal, userId });
  changed(signal, userId);
  return Response.json({});
}
