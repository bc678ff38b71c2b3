import { SignalNextProvider } from 'signal-next/client';

export function Providers({ children, dev }) {
  return <SignalNextProvider options={dev ? {} : { 'apiKey': 'k' }}>{children}</SignalNextProvider>;
}
