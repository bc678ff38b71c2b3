import { signal, getSessionInfo } from '../lib/signal-server';
import { wrapper } from '../store';

export const getServerSideProps = wrapper.getServerSideProps((store) => async ({ params, req }) => {
  const { sessionId, windowId, distinctId } = getSessionInfo(req);
  await store.dispatch({ type: 'product/seen' });
  signal.capture({
    distinctId: distinctId || params.user,
    event: 'product_seen',
    sessionId,
    windowId,
  });
  return { props: {} };
});

export default function Product() {
  return null;
}
