import { getSignalServerSideProps } from 'signal-next/server';
import { signal, getSessionInfo } from '@/lib/signal-server';

export const getServerSideProps = getSignalServerSideProps(
  async (context) => {
    const { sessionId, windowId, distinctId } = getSessionInfo(context.req);
    signal.capture({
      distinctId: distinctId || String(context.query.uid),
      event: 'orders_viewed',
      sessionId,
      windowId,
    });
    return { props: {} };
  },
  { getDistinctId: (context) => String(context.query.uid) },
);
