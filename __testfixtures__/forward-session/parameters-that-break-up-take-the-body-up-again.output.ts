import { signal, getSessionInfo, type SessionInfo } from '@/lib/signal-server';

interface Auth {
  userId: string;
}

function step(
  auth: Auth,
  id: string,
  kind: string,
  expected?: number,
  session?: SessionInfo,
) {
  signal.capture({
    distinctId: session?.distinctId || auth.userId,
    event: kind,
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
}

const undoDivision = (
  auth: Auth,
  identifier: string,
  expected?: number,
  session?: SessionInfo,
) => step(auth, identifier, 'undo', expected, session);

const undoOther = (
  auth: Auth,
  theIdentifier: string,
  expected?: number,
  session?: SessionInfo,
) => step(auth, theIdentifier, 'undo the other division', expected, session);

export async function POST(request: Request) {
  const session = getSessionInfo(request);
  const { auth, id, isOther } = await request.json();
  undoDivision(auth, id, undefined, session);
  const result = isOther
    ? undoOther(
        auth,
        'the identifier of the other division',
        id.length,
        session,
      )
    : await undoDivision(auth, id, undefined, session);
  return Response.json({ result });
}
