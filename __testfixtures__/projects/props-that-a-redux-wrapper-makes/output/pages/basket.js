import { signal, getSessionInfo } from '../lib/signal-server';
import { wrapper } from '../store';

export const getServerSideProps = wrapper.getServerSideProps((store) => async (context) => {
  const { sessionId, windowId, distinctId } = getSessionInfo(context.req);
  signal.capture({
    distinctId: distinctId || store.getState().user.id,
    event: 'basket_seen',
    sessionId,
    windowId,
  });
  return { props: {} };
});

export default function Basket() {
  return null;
}
