import type { ReactNode } from 'react';
import { Analytics } from '@/components/analytics';

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <head>
        <link rel="icon" href="data:," />
      </head>
      <body>
        <Analytics>{children}</Analytics>
      </body>
    </html>
  );
}
