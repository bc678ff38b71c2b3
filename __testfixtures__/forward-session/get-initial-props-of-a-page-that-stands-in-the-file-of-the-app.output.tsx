import type { NextPageContext } from 'next';
import type { AppProps } from 'next/app';
import { signal, getSessionInfo } from '@/lib/signal-server';

export default function MyApp({ Component, pageProps }: AppProps) {
  return <Component {...pageProps} />;
}

export function Maintenance() {
  return <p>We are back soon.</p>;
}

Maintenance.getInitialProps = async (context: NextPageContext) => {
  const { sessionId, windowId, distinctId } = getSessionInfo(context.req);
  signal.capture({
    distinctId: distinctId || 'shop',
    event: 'maintenance_shown',
    sessionId,
    windowId,
  });
  return {};
};
