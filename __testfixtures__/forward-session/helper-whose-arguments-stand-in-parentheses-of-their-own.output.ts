import { signal, getSessionInfo, type SessionInfo } from '@/lib/signal-server';

function track(id: string, session?: SessionInfo) {
  signal.capture({
    distinctId: session?.distinctId || id,
    event: 'ordered',
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
}

export async function POST(request: Request) {
  const session = getSessionInfo(request);
  track(
    (request.url as string),
    session
  );
  track(
    (request.url as string), // why
    session
  );
  track(
    (request.url as string), /*/ , */
    session
  );
  track(
    (request.url as string), /* , */
    session,
  );
  track((request.url as string), session);
}
