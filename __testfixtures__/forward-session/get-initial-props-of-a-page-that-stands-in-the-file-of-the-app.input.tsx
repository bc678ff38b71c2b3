// @file pages/_app.tsx
import type { NextPageContext } from 'next';
import type { AppProps } from 'next/app';
import { signal } from '@/lib/signal-server';

export default function MyApp({ Component, pageProps }: AppProps) {
  return <Component {...pageProps} />;
}

export function Maintenance() {
  return <p>We are back soon.</p>;
}

Maintenance.getInitialProps = async (context: NextPageContext) => {
  signal.capture({ distinctId: 'shop', event: 'maintenance_shown' });
  return {};
};
