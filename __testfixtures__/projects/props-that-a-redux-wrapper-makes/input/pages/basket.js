import { signal } from '../lib/signal-server';
import { wrapper } from '../store';

export const getServerSideProps = wrapper.getServerSideProps((store) => async () => {
  signal.capture({ distinctId: store.getState().user.id, event: 'basket_seen' });
  return { props: {} };
});

export default function Basket() {
  return null;
}
