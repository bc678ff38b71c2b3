'use client';

import type { ReactNode } from 'react';
import { SignalNextProvider } from 'signal-next/client';
import { CartProvider } from './cart-context';

const signalOptions = {
  apiKey: process.env.NEXT_PUBLIC_SIGNAL_KEY ?? 'pk_fernhill',
  projectId: process.env.NEXT_PUBLIC_SIGNAL_PROJECT_ID ?? 'fernhill',
  endpoint: process.env.NEXT_PUBLIC_SIGNAL_ENDPOINT,
};

export function Providers({ children }: { children: ReactNode }) {
  return (
    <SignalNextProvider options={signalOptions}>
      <CartProvider>{children}</CartProvider>
    </SignalNextProvider>
  );
}
