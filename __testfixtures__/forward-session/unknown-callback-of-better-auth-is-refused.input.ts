// @file lib/auth.ts
import { betterAuth } from 'better-auth';
import { coupons } from 'better-auth-coupons';
import { signal } from '@/lib/signal-server';

export const auth = betterAuth({
  plugins: [
    coupons({
      onRedeem: async (event) => {
        signal.capture({ distinctId: event.customer, event: 'coupon_redeemed' });
      },
    }),
  ],
});
