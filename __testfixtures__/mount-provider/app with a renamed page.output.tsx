// @file pages/_app.tsx
import { SignalProvider } from '@/components/signal-provider';
import { Component } from './other';

export default function App({ Component: Page, pageProps }: Props) {
  const page = (
    <SignalProvider>
      <Page {...pageProps} />
    </SignalProvider>
  );
  return <Layout side={<Component />}>{page}</Layout>;
}
