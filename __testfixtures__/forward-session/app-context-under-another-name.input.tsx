// @file pages/_app.tsx
import App, { type AppContext as Context, type AppProps } from 'next/app';
import { signal } from '@/lib/signal-server';

export default function MyApp({ Component, pageProps }: AppProps) {
  return <Component {...pageProps} />;
}

MyApp.getInitialProps = async (given: Context) => {
  signal.capture({ distinctId: 'u1', event: 'app_rendered' });
  return App.getInitialProps(given);
};
