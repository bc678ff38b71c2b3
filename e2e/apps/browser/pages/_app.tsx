import type { AppProps } from 'next/app';
import Head from 'next/head';
import { Analytics } from '@/components/analytics';

export default function App({ Component, pageProps }: AppProps) {
  return (
    <Analytics>
      <Head>
        <link rel="icon" href="data:," />
      </Head>
      <Component {...pageProps} />
    </Analytics>
  );
}
