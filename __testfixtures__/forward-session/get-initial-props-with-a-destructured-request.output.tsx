import type { NextPageContext } from 'next';
import { signal, getSessionInfo } from '@/lib/signal-server';

function Home() {
  return <h1>Home</h1>;
}

Home.getInitialProps = async ({ req }: NextPageContext) => {
  const { sessionId, windowId, distinctId } = getSessionInfo(req);
  signal.capture({
    distinctId: distinctId || 'u1',
    event: 'home',
    sessionId,
    windowId,
  });
  return {};
};

export default Home;
