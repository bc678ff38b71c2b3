// @file pages/_app.tsx
import App, { type AppContext, type AppProps } from 'next/app';
import { signal } from '@/lib/signal-server';

export default function MyApp({ Component, pageProps }: AppProps) {
  return <Component {...pageProps} />;
}

MyApp.getInitialProps = async (appContext: AppContext) => {
  signal.capture({ distinctId: 'u1', event: 'app_rendered' });
  return App.getInitialProps(appContext);
};
