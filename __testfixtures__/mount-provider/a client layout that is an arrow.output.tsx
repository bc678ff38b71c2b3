// @file app/layout.tsx
'use client'

import { SignalProvider } from '@/components/signal-provider'

const RootLayout = ({ children: content }: { children: React.ReactNode }) => (
  <html>
    <body>
      <SignalProvider>{content}</SignalProvider>
    </body>
  </html>
)

export default RootLayout
