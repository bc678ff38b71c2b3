import { signal } from '../lib/signal-server';
import { wrapper } from '../store';

export const getServerSideProps = wrapper.getServerSideProps((store) => async ({ params, req }) => {
  await store.dispatch({ type: 'product/seen' });
  signal.capture({ distinctId: params.user, event: 'product_seen' });
  return { props: {} };
});

export default function Product() {
  return null;
}
