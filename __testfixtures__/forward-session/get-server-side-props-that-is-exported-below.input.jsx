// @file pages/orders.jsx
import { signal } from '../lib/signal-server';

async function getServerSideProps(ctx) {
  signal.capture({ distinctId: ctx.query.uid, event: 'orders_viewed' });
  return { props: {} };
}

export default function Orders() {
  return null;
}

export { getServerSideProps };
