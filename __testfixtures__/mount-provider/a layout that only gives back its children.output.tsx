// @file app/layout.tsx
import type { ReactNode } from 'react';
import { SignalProvider } from '@/components/signal-provider';

export default function RootLayout({ children }: { children: ReactNode }) {
  return <SignalProvider>{children}</SignalProvider>;
}
