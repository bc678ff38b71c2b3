// @file lib/auth.ts
import { checkout, polar, webhooks } from '@polar-sh/better-auth';
import { betterAuth } from 'better-auth';
import { polarClient } from '@/lib/polar';
import { signal } from '@/lib/signal-server';

export const auth = betterAuth({
  plugins: [
    polar({
      client: polarClient,
      use: [
        checkout({ successUrl: '/thanks' }),
        webhooks({
          secret: process.env.POLAR_WEBHOOK_SECRET ?? '',
          onSubscriptionCreated: async (payload) => {
            signal.capture({ distinctId: payload.data.customer.externalId, event: 'subscription_created' });
          },
        }),
      ],
    }),
  ],
});
