// @file lib/auth.ts
import { betterAuth } from 'better-auth';
import { stripe } from '@better-auth/stripe';
import { signal } from '@/lib/signal-server';

export const auth = betterAuth({
  plugins: [
    stripe({
      onEvent: async (event) => {
        signal.capture({ distinctId: event.customer, event: 'paid' });
      },
    }),
  ],
});
