import { SESSION, WINDOW } from './names';

export function readByHand({ headers }: Request) {
  return { sessionId: headers.get(SESSION) ?? undefined, windowId: headers.get(WINDOW) ?? undefined };
}
