'use client';

import { SignalNextProvider } from 'signal-next/client';

const endpoint = process.env.NEXT_PUBLIC_SIGNAL_ENDPOINT;

/**
 * Starts Signal in the browser and marks its requests with the session, so
 * that server events can join it.
 */
export function SignalProvider({ children }) {
  return (
    <SignalNextProvider
      options={{
        apiKey: process.env.NEXT_PUBLIC_SIGNAL_API_KEY ?? '',
        projectId: process.env.NEXT_PUBLIC_SIGNAL_PROJECT_ID || 'default',
        endpoint: endpoint || 'https://api.trysignal.ai/',
        addTracingHeaders: true,
      }}
    >
      {children}
    </SignalNextProvider>
  );
}
