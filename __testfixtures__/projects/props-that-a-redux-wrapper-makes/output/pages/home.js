import { signal, getSessionInfo } from '../lib/signal-server';
import { wrapper } from '../store';

export const getStaticProps = wrapper.getStaticProps((store) => async () => {
  signal.capture({ distinctId: store.getState().build, event: 'home_built' });
  return { props: {} };
});

function Home() {
  return null;
}

Home.getInitialProps = wrapper.getInitialPageProps((store) => async ({ req }) => {
  const { sessionId, windowId, distinctId } = getSessionInfo(req);
  signal.capture({
    distinctId: distinctId || store.getState().user.id,
    event: 'home_seen',
    sessionId,
    windowId,
  });
  return {};
});

export default Home;
