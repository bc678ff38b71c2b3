// @file pages/_app.tsx
import type { AppProps } from 'next/app';
import Layout from '../components/layout';

function MyApp({ Component, pageProps: { session, ...pageProps } }: AppProps) {
  return (
    <SessionProvider session={session}>
      <Layout>
        <Component
          {...pageProps}
          key={pageProps.id}
        />
      </Layout>
    </SessionProvider>
  );
}

export default appWithTranslation(MyApp);
