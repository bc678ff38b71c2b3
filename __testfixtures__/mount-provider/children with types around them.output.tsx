// @file app/layout.tsx
import type { ReactNode } from 'react';
import { SignalProvider } from '@/components/signal-provider';

const RootLayout = (({ children }: { children?: ReactNode }) => {
  return (
    <html lang="en">
      <body>
        <SignalProvider>{children satisfies ReactNode}</SignalProvider>
      </body>
    </html>
  );
})!;

export default RootLayout;
