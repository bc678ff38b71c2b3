// @file pages/_app.tsx
import { Component } from './other';
import { SignalProvider } from '@/components/signal-provider';

export default function App({ Component: Page, pageProps }: Props) {
  const page = <SignalProvider><Page {...pageProps} /></SignalProvider>;
  return <Layout side={<Component />}>{page}</Layout>;
}
