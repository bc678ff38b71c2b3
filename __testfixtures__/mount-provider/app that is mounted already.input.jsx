// @file pages/_app.jsx
import { SignalProvider } from '@/components/signal-provider';

export default function App({ Component, pageProps }) {
  return <SignalProvider><Layout><Component {...pageProps} /></Layout></SignalProvider>;
}
