// @file lib/auth.ts
import { betterAuth } from 'better-auth';
import { createAuthMiddleware } from 'better-auth/api';
import { magicLink } from 'better-auth/plugins';
import { signal } from '@/lib/signal-server';

export const auth = betterAuth({
  emailAndPassword: {
    enabled: true,
    sendResetPassword: async ({ user }, request) => {
      signal.capture({ distinctId: user.id, event: 'reset_requested' });
    },
  },
  databaseHooks: {
    user: {
      create: {
        after: async (user, ctx) => {
          signal.capture({ distinctId: user.id, event: 'signed_up' });
        },
      },
    },
    session: {
      create: {
        async before(session) {
          signal.capture({ distinctId: session.userId, event: 'signed_in' });
        },
      },
    },
  },
  hooks: {
    after: createAuthMiddleware(async (ctx) => {
      if (ctx.path.startsWith('/sign-up')) signal.capture({ distinctId: 'u1', event: 'hooked' });
    }),
  },
  plugins: [
    magicLink({
      sendMagicLink: async ({ email }) => {
        signal.capture({ distinctId: email, event: 'link_sent' });
      },
    }),
  ],
});
