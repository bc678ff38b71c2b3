import { createTRPCRouter, protectedProcedure } from '@/server/api/trpc';
import { getSessionInfo, type SessionInfo, signal } from '@/lib/signal-server';

function track(userId: string, event: string, session?: SessionInfo) {
  signal.capture({
    distinctId: session?.distinctId || userId,
    event,
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
}

export const orders = createTRPCRouter({
  create: protectedProcedure.mutation(async ({ ctx }) => {
    const session = getSessionInfo(ctx.headers);
    track(ctx.session.user.id, 'order_created', session);
  }),
});
