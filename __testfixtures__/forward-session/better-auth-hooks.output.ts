import { betterAuth } from 'better-auth';
import { createAuthMiddleware } from 'better-auth/api';
import { magicLink } from 'better-auth/plugins';
import { signal, getSessionInfo } from '@/lib/signal-server';

export const auth = betterAuth({
  emailAndPassword: {
    enabled: true,
    sendResetPassword: async ({ user }, request) => {
      const { sessionId, windowId, distinctId } = getSessionInfo(request?.headers);
      signal.capture({
        distinctId: distinctId || user.id,
        event: 'reset_requested',
        sessionId,
        windowId,
      });
    },
  },
  databaseHooks: {
    user: {
      create: {
        after: async (user, ctx) => {
          const { sessionId, windowId, distinctId } = getSessionInfo(ctx?.headers);
          signal.capture({
            distinctId: distinctId || user.id,
            event: 'signed_up',
            sessionId,
            windowId,
          });
        },
      },
    },
    session: {
      create: {
        async before(session, ctx) {
          const { sessionId, windowId, distinctId } = getSessionInfo(ctx?.headers);
          signal.capture({
            distinctId: distinctId || session.userId,
            event: 'signed_in',
            sessionId,
            windowId,
          });
        },
      },
    },
  },
  hooks: {
    after: createAuthMiddleware(async (ctx) => {
      const { sessionId, windowId, distinctId } = getSessionInfo(ctx.headers);
      if (ctx.path.startsWith('/sign-up'))
        signal.capture({ distinctId: distinctId || 'u1', event: 'hooked', sessionId, windowId });
    }),
  },
  plugins: [
    magicLink({
      sendMagicLink: async ({ email }, ctx) => {
        const { sessionId, windowId, distinctId } = getSessionInfo(ctx?.headers);
        signal.capture({
          distinctId: distinctId || email,
          event: 'link_sent',
          sessionId,
          windowId,
        });
      },
    }),
  ],
});
