'use server'

import { headers } from 'next/headers'
import { signal, getSessionInfo } from '@/lib/signal-server'

export async function order(ids: string[]) {
  const headersList = await headers()
  const { sessionId, windowId, distinctId } = getSessionInfo(headersList)
  ;[...ids].forEach((id) => console.log(id, headersList))
  signal.capture({
    distinctId: distinctId || ids[0],
    event: 'ordered',
    sessionId,
    windowId,
  })
}
