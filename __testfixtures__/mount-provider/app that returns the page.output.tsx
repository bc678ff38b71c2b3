// @file pages/_app.tsx
import type { AppProps } from 'next/app';
import { SignalProvider } from '@/components/signal-provider';
import '../styles/globals.css';

export default function App({ Component, pageProps }: AppProps) {
  return (
    <SignalProvider>
      <Component {...pageProps} />
    </SignalProvider>
  );
}
