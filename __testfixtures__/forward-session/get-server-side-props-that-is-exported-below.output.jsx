import { signal, getSessionInfo } from '../lib/signal-server';

async function getServerSideProps(ctx) {
  const { sessionId, windowId, distinctId } = getSessionInfo(ctx.req);
  signal.capture({
    distinctId: distinctId || ctx.query.uid,
    event: 'orders_viewed',
    sessionId,
    windowId,
  });
  return { props: {} };
}

export default function Orders() {
  return null;
}

export { getServerSideProps };
