'use client'

import type { ReactNode } from 'react'
import { SignalNextProvider } from 'signal-next/client'

const options = {
  apiKey: 'pk_clay',
  projectId: 'clay',
}

export function Providers({ children }: { children: ReactNode }) {
  return <SignalNextProvider options={options}>{children}</SignalNextProvider>
}
