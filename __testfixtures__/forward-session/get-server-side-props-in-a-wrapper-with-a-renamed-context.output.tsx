import { withAuth } from '@/lib/auth';
import { signal, getSessionInfo } from '@/lib/signal-server';

export const getServerSideProps = withAuth(async (ctx) => {
  const { sessionId, windowId, distinctId } = getSessionInfo(ctx.req);
  signal.capture({
    distinctId: distinctId || ctx.user.id,
    event: 'orders_viewed',
    sessionId,
    windowId,
  });
  return { props: {} };
});
