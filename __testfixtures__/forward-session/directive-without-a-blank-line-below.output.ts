'use server'

import { headers } from 'next/headers'
import { getSessionInfo } from '@/lib/signal-server'

export async function run(id: string) {
  const { sessionId, windowId, distinctId } = getSessionInfo(await headers())
  const { signal } = await import('@/lib/signal-server')
  signal.capture({
    distinctId: distinctId || id,
    event: 'ran',
    sessionId,
    windowId,
  })
}
