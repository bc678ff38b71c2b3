// @file pages/orders.tsx
import { withAuth } from '@/lib/auth';
import { signal } from '@/lib/signal-server';

export const getServerSideProps = withAuth(async (ctx) => {
  signal.capture({ distinctId: ctx.user.id, event: 'orders_viewed' });
  return { props: {} };
});
