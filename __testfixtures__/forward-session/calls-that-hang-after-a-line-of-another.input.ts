// @file app/api/a/route.ts
import { signal } from '@/lib/signal-server';

export async function POST(request: Request) {
  const { userId, plan } = await request.json();
  if (userId) signal.capture({ distinctId: userId, event: 'started' });
  if (plan) signal.capture({ distinctId: userId, event: 'a' });
  else signal.capture({ distinctId: userId, event: 'ended' });
  if (plan) {
    work();
  } else if (userId) signal.capture({ distinctId: userId, event: 'b', x: 1 });
  const track = (event: string) =>
    signal.capture({ distinctId: userId, event });
  track('x');
  for (const one of [1, 2]) signal.capture({ distinctId: userId, event: one });
  while (work()) signal.capture({ distinctId: userId, event: 'x', plan, x: 1 });
  if (plan) await signal.capture({ distinctId: userId, event: 'ended', x: 1 });
  after(() => signal.capture({ distinctId: userId, event: 'a' }));
  after(() => signal.capture({ distinctId: userId, event: 'abcdefghijkl' }));
  work().then(() => signal.capture({ distinctId: userId, event: 'b', x: 1 }));
  const tools = {
    track: () => signal.capture({ distinctId: userId, event: 'c', x: 1 }),
    void: () => void signal.capture({ distinctId: userId, event: 'c', x: 1 }),
  };
  tools.track = () => signal.capture({ distinctId: userId, event: 'd', x: 1 });
  userId && signal.capture({ distinctId: userId, event: 'e' });
  plan || signal.capture({ distinctId: userId, event: 'without-plan', x: 1 });
  tools.void = () => signal.capture({ distinctId: userId, event: 'd' });
}
