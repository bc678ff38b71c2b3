// @file app/api/undo/route.ts
import { signal } from '@/lib/signal-server';

interface Auth {
  userId: string;
}

function step(auth: Auth, id: string, kind: string, expected?: number) {
  signal.capture({ distinctId: auth.userId, event: kind });
}

const undoDivision = (auth: Auth, identifier: string, expected?: number) =>
  step(auth, identifier, 'undo', expected);

const undoOther = (auth: Auth, theIdentifier: string, expected?: number) =>
  step(auth, theIdentifier, 'undo the other division', expected);

export async function POST(request: Request) {
  const { auth, id, isOther } = await request.json();
  undoDivision(auth, id);
  const result = isOther
    ? undoOther(auth, 'the identifier of the other division', id.length)
    : await undoDivision(auth, id);
  return Response.json({ result });
}
