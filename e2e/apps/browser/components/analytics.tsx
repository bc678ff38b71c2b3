'use client';

import type { ReactNode } from 'react';
import { type SignalClientOptions, SignalNextProvider } from 'signal-next/client';

declare global {
  interface Window {
    /** Set by the test before any code of the page runs. */
    marketOptions?: Partial<SignalClientOptions>;
  }
}

export function Analytics({ children }: { children: ReactNode }) {
  const options: SignalClientOptions = {
    apiKey: 'pk_market',
    projectId: process.env.NEXT_PUBLIC_SIGNAL_PROJECT_ID ?? '',
    endpoint: process.env.NEXT_PUBLIC_SIGNAL_ENDPOINT,
    addTracingHeaders: true,
    tracingHeadersIgnore: ['/api/presigned'],
    flushInterval: 50,
    ...(typeof window === 'undefined' ? {} : window.marketOptions),
  };
  return <SignalNextProvider options={options}>{children}</SignalNextProvider>;
}
