import { SignalNextProvider } from 'signal-next/client';

export const Providers = ({ children }) => (
  <SignalNextProvider
    options={{ apiKey: process.env.NEXT_PUBLIC_SIGNAL_KEY, projectId: 'p' }}
  >
    {children}
  </SignalNextProvider>
);
