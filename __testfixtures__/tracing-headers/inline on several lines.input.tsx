import { SignalNextProvider } from 'signal-next/client';

export function Providers({ children }: { children: React.ReactNode }) {
  return (
    <SignalNextProvider
      options={{
        apiKey: process.env.NEXT_PUBLIC_SIGNAL_KEY!,
        projectId: 'p',
      }}
    >
      {children}
    </SignalNextProvider>
  );
}
