import { signal, getSessionInfo } from '@/lib/signal-server';

export async function POST(request: Request) {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  const { userId, plan } = await request.json();
  if (userId)
    signal.capture({
      distinctId: distinctId || userId,
      event: 'started',
      sessionId,
      windowId,
    });
  if (plan)
    signal.capture({
      distinctId: distinctId || userId,
      event: 'a',
      sessionId,
      windowId,
    });
  else
    signal.capture({
      distinctId: distinctId || userId,
      event: 'ended',
      sessionId,
      windowId,
    });
  if (plan) {
    work();
  } else if (userId)
    signal.capture({
      distinctId: distinctId || userId,
      event: 'b',
      x: 1,
      sessionId,
      windowId,
    });
  const track = (event: string) =>
    signal.capture({
      distinctId: distinctId || userId,
      event,
      sessionId,
      windowId,
    });
  track('x');
  for (const one of [1, 2])
    signal.capture({
      distinctId: distinctId || userId,
      event: one,
      sessionId,
      windowId,
    });
  while (work())
    signal.capture({
      distinctId: distinctId || userId,
      event: 'x',
      plan,
      x: 1,
      sessionId,
      windowId,
    });
  if (plan)
    await signal.capture({
      distinctId: distinctId || userId,
      event: 'ended',
      x: 1,
      sessionId,
      windowId,
    });
  after(() =>
    signal.capture({
      distinctId: distinctId || userId,
      event: 'a',
      sessionId,
      windowId,
    }),
  );
  after(() =>
    signal.capture({
      distinctId: distinctId || userId,
      event: 'abcdefghijkl',
      sessionId,
      windowId,
    }),
  );
  work().then(() =>
    signal.capture({
      distinctId: distinctId || userId,
      event: 'b',
      x: 1,
      sessionId,
      windowId,
    }),
  );
  const tools = {
    track: () =>
      signal.capture({
        distinctId: distinctId || userId,
        event: 'c',
        x: 1,
        sessionId,
        windowId,
      }),
    void: () =>
      void signal.capture({
        distinctId: distinctId || userId,
        event: 'c',
        x: 1,
        sessionId,
        windowId,
      }),
  };
  tools.track = () =>
    signal.capture({
      distinctId: distinctId || userId,
      event: 'd',
      x: 1,
      sessionId,
      windowId,
    });
  userId &&
    signal.capture({
      distinctId: distinctId || userId,
      event: 'e',
      sessionId,
      windowId,
    });
  plan ||
    signal.capture({
      distinctId: distinctId || userId,
      event: 'without-plan',
      x: 1,
      sessionId,
      windowId,
    });
  tools.void = () =>
    signal.capture({
      distinctId: distinctId || userId,
      event: 'd',
      sessionId,
      windowId,
    });
}
