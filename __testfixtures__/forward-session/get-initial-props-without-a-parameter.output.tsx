import type { NextPageContext } from 'next';
import { signal, getSessionInfo } from '@/lib/signal-server';

export default function Home() {
  return <h1>Home</h1>;
}

Home.getInitialProps = async (context: NextPageContext) => {
  const { sessionId, windowId, distinctId } = getSessionInfo(context.req);
  signal.capture({
    distinctId: distinctId || 'u1',
    event: 'home',
    sessionId,
    windowId,
  });
  return {};
};
