import { readSession } from '@/lib';
import { Sessions, sessions } from '@/lib/sessions';
import { signal } from '@/lib/signal-server';

export async function POST(request: Request) {
  const { sessionId, windowId } = readSession(request);
  signal.capture({ distinctId: 'u1', event: 'named', sessionId, windowId });
  return Response.json({});
}

export async function PUT(request: Request) {
  signal.capture({ distinctId: 'u1', event: 'in an object', ...sessions.of(request) });
  signal.capture({ distinctId: 'u1', event: 'in an object', ...(await sessions.current()) });
  const { sessionId, windowId } = Sessions.read(request);
  signal.capture({ distinctId: 'u1', event: 'in a class', sessionId, windowId });
  return Response.json({});
}
