// @file app/api/orders/route.ts
import { signal } from '@/lib/signal-server';
import { withWorkspace } from '@/lib/auth';

export const POST = withErrors(
  withWorkspace(async ({ req, workspace, session }) => {
    const sessionId = session.id;
    signal.capture({ distinctId: workspace.ownerId ?? sessionId, event: 'link_created' });
    return Response.json({ sessionId });
  }),
);

function withErrors<T>(handler: T): T {
  return handler;
}
