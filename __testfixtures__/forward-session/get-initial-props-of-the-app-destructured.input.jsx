// @file pages/_app.jsx
import { signal } from '@/lib/signal-server';

const MyApp = ({ Component, pageProps }) => <Component {...pageProps} />;

MyApp.getInitialProps = async ({ Component, ctx }) => {
  signal.capture({ distinctId: 'u1', event: 'app_rendered' });
  return { pageProps: {} };
};

export default MyApp;
