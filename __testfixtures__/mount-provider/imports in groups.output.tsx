// @file app/layout.tsx
import './globals.css';
import { Inter } from 'next/font/google';
import type { Metadata } from 'next';
import { Toaster } from '@/ui/toaster';
import { Header } from '@/components/header';
import { SignalProvider } from '@/components/signal-provider';
import { Providers } from './providers';
import '../styles/print.css';

const inter = Inter({ subsets: ['latin'] });

export default function RootLayout({ children }: { children: React.ReactNode }) {
  return (
    <html lang="en">
      <body className={inter.className}>
        <SignalProvider>{children}</SignalProvider>
      </body>
    </html>
  );
}
