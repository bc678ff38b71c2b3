// @file lib/auth.ts
import { stripe } from '@better-auth/stripe';
import { betterAuth } from 'better-auth';
import { signal } from '@/lib/signal-server';
import { stripeClient } from '@/lib/stripe';

export const auth = betterAuth({
  plugins: [
    stripe({
      stripeClient,
      stripeWebhookSecret: '',
      subscription: {
        enabled: true,
        onSubscriptionComplete: async ({ subscription }) => {
          signal.capture({ distinctId: subscription.referenceId, event: 'subscribed' });
        },
      },
    }),
  ],
});
