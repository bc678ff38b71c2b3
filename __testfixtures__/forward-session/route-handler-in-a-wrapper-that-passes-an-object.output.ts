import { signal, getSessionInfo } from '@/lib/signal-server';
import { withWorkspace } from '@/lib/auth';

export const POST = withErrors(
  withWorkspace(async ({ req, workspace, session }) => {
    const { sessionId: signalSessionId, windowId, distinctId } = getSessionInfo(req);
    const sessionId = session.id;
    signal.capture({
      distinctId: distinctId || (workspace.ownerId ?? sessionId),
      event: 'link_created',
      sessionId: signalSessionId,
      windowId,
    });
    return Response.json({ sessionId });
  }),
);

function withErrors<T>(handler: T): T {
  return handler;
}
