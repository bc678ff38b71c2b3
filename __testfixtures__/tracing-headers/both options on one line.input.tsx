import { SignalNextProvider } from 'signal-next/client';

const options = { apiKey: 'k' };

export function Providers({ children }) {
  return <SignalNextProvider options={options}>{children}</SignalNextProvider>;
}
