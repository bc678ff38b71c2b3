import type { Metadata } from 'next';
import Link from 'next/link';
import { Providers } from './providers';
import './globals.css';

export const metadata: Metadata = {
  title: 'Fernhill Plants',
  description: 'House plants that survive you.',
};

export default function RootLayout({ children }: Readonly<{ children: React.ReactNode }>) {
  return (
    <html lang="en">
      <body>
        <Providers>
          <nav>
            <Link href="/">Fernhill</Link> <Link href="/newsletter">Newsletter</Link> <Link href="/contact">Contact</Link>
          </nav>
          {children}
        </Providers>
      </body>
    </html>
  );
}
