// @file app/api/orders/route.ts
import { signal } from '@/lib/signal-server';

declare function currentAccount(): Promise<{ id: string; email?: string }>;

export async function POST() {
  const account = await currentAccount();
  signal.capture({ distinctId: account.id, event: 'ordered' });
  signal.capture({ distinctId: account.email ?? account.id, event: 'paid' });
  signal.capture({ distinctId: account.email!, event: 'asserted' });
  return Response.json({});
}
