import { SignalNextProvider } from 'signal-next/client';

export function Providers({ children, dev }) {
  return <SignalNextProvider options={dev ? { addTracingHeaders: true, sessionCookie: true } : { 'apiKey': 'k', 'addTracingHeaders': true, 'sessionCookie': true }}>{children}</SignalNextProvider>;
}
