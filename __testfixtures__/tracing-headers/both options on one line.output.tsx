import { SignalNextProvider } from 'signal-next/client';

const options = { apiKey: 'k', addTracingHeaders: true, sessionCookie: true };

export function Providers({ children }) {
  return <SignalNextProvider options={options}>{children}</SignalNextProvider>;
}
