import { signal } from '../lib/signal-server';
import { wrapper } from '../store';

export const getStaticProps = wrapper.getStaticProps((store) => async () => {
  signal.capture({ distinctId: store.getState().build, event: 'home_built' });
  return { props: {} };
});

function Home() {
  return null;
}

Home.getInitialProps = wrapper.getInitialPageProps((store) => async ({ req }) => {
  signal.capture({ distinctId: store.getState().user.id, event: 'home_seen' });
  return {};
});

export default Home;
