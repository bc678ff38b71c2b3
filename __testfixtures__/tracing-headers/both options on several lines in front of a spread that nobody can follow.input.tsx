import { SignalNextProvider } from 'signal-next/client';
import { overrides } from 'our-config';

export function Providers({ children }) {
  return (
    <SignalNextProvider
      options={{
        apiKey: 'k',
        ...overrides,
      }}
    >
      {children}
    </SignalNextProvider>
  );
}
