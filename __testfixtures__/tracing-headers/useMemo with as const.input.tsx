'use client'

import { useMemo } from 'react'
import * as Signal from 'signal-next/client'

export function Providers({ children }: { children: React.ReactNode }) {
  const options = useMemo(() => ({ apiKey: 'k' } as const), [])
  return <Signal.SignalNextProvider options={options}>{children}</Signal.SignalNextProvider>
}
