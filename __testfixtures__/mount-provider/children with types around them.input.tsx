// @file app/layout.tsx
import type { ReactNode } from 'react';

const RootLayout = (({ children }: { children?: ReactNode }) => {
  return (
    <html lang="en">
      <body>{children satisfies ReactNode}</body>
    </html>
  );
})!;

export default RootLayout;
