import { createSafeActionClient } from 'next-safe-action';
import { setupAnalytics } from './analytics';

export const authAction = createSafeActionClient().use(async ({ next }: { next(options: object): unknown }) => {
  const analytics = await setupAnalytics('u_1');
  return next({ ctx: { analytics } });
});
