import { SignalNextProvider } from 'signal-next/client';

const options = { apiKey: 'pk_live_1234567890', projectId: 'shop' };

export function Providers({ children }) {
  return <SignalNextProvider options={options}>{children}</SignalNextProvider>;
}
