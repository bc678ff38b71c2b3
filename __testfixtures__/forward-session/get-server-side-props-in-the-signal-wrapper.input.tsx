// @file pages/orders.tsx
import { getSignalServerSideProps } from 'signal-next/server';
import { signal } from '@/lib/signal-server';

export const getServerSideProps = getSignalServerSideProps(
  async (context) => {
    signal.capture({ distinctId: String(context.query.uid), event: 'orders_viewed' });
    return { props: {} };
  },
  { getDistinctId: (context) => String(context.query.uid) },
);
