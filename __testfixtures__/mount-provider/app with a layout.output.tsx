// @file pages/_app.tsx
import type { AppProps } from 'next/app';
import { SignalProvider } from '@/components/signal-provider';
import Layout from '../components/layout';

function MyApp({ Component, pageProps: { session, ...pageProps } }: AppProps) {
  return (
    <SessionProvider session={session}>
      <Layout>
        <SignalProvider>
          <Component
            {...pageProps}
            key={pageProps.id}
          />
        </SignalProvider>
      </Layout>
    </SessionProvider>
  );
}

export default appWithTranslation(MyApp);
