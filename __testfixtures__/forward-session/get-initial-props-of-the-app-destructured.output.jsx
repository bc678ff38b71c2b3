import { signal, getSessionInfo } from '@/lib/signal-server';

const MyApp = ({ Component, pageProps }) => <Component {...pageProps} />;

MyApp.getInitialProps = async ({ Component, ctx }) => {
  const { sessionId, windowId, distinctId } = getSessionInfo(ctx.req);
  signal.capture({
    distinctId: distinctId || 'u1',
    event: 'app_rendered',
    sessionId,
    windowId,
  });
  return { pageProps: {} };
};

export default MyApp;
