import { SignalNextProvider } from 'signal-next/client';

export function Providers({ children }) {
  return (
    <SignalNextProvider
      options={{
        apiKey: 'k',
        addTracingHeaders: ['api.shop.com'], // ours
      }}
    >
      {children}
    </SignalNextProvider>
  );
}
