// @file app/layout.tsx
import type { Metadata } from 'next';
import { SignalProvider } from '@/components/signal-provider';
import './globals.css';

export const metadata: Metadata = { title: 'Shop' };

export default function RootLayout({ children }: Readonly<{ children: React.ReactNode }>) {
  return (
    <html lang="en">
      <body className="antialiased">
        <SignalProvider>{children}</SignalProvider>
      </body>
    </html>
  );
}
