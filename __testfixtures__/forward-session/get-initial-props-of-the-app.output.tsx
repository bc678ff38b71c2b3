import App, { type AppContext, type AppProps } from 'next/app';
import { getSessionInfo, signal } from '@/lib/signal-server';

export default function MyApp({ Component, pageProps }: AppProps) {
  return <Component {...pageProps} />;
}

MyApp.getInitialProps = async (appContext: AppContext) => {
  const { sessionId, windowId, distinctId } = getSessionInfo(
    appContext.ctx.req,
  );
  signal.capture({
    distinctId: distinctId || 'u1',
    event: 'app_rendered',
    sessionId,
    windowId,
  });
  return App.getInitialProps(appContext);
};
