import App, { type AppContext as Context, type AppProps } from 'next/app';
import { getSessionInfo, signal } from '@/lib/signal-server';

export default function MyApp({ Component, pageProps }: AppProps) {
  return <Component {...pageProps} />;
}

MyApp.getInitialProps = async (given: Context) => {
  const { sessionId, windowId, distinctId } = getSessionInfo(given.ctx.req);
  signal.capture({
    distinctId: distinctId || 'u1',
    event: 'app_rendered',
    sessionId,
    windowId,
  });
  return App.getInitialProps(given);
};
