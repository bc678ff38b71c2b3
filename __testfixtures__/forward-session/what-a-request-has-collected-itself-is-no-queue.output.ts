import { signal, getSessionInfo, type SessionInfo } from '@/lib/signal-server';

type Message = { distinctId: string; event: string };

const PLANS = [{ distinctId: 'plans', event: 'plans_seen' }];
const users: { id: string; email: string }[] = [];

class Batch {
  private readonly messages: Message[] = [];

  add(message: Message) {
    this.messages.push(message);
  }

  send(session?: SessionInfo) {
    for (const message of this.messages.splice(0))
      signal.capture({
        ...message,
        sessionId: session?.sessionId,
        windowId: session?.windowId,
      });
  }
}

export async function POST(request: Request) {
  const session = getSessionInfo(request);
  const { userId, email } = await request.json();
  const batch = new Batch();
  batch.add({ distinctId: userId, event: 'order_placed' });
  batch.send(session);
  const messages: Message[] = [];
  messages.push({ distinctId: userId, event: 'order_seen' });
  for (const message of messages.splice(0))
    signal.capture({
      ...message,
      sessionId: session.sessionId,
      windowId: session.windowId,
    });
  users.push({ id: userId, email });
  const user = users.find((one) => one.email === email);
  signal.capture({
    distinctId: session.distinctId || (user?.id ?? userId),
    event: 'user_added',
    sessionId: session.sessionId,
    windowId: session.windowId,
  });
  for (const plan of PLANS)
    signal.capture({
      ...plan,
      event: 'plan_seen',
      sessionId: session.sessionId,
      windowId: session.windowId,
    });
  return Response.json({});
}
