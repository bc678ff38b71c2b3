'use server'

import { headers } from 'next/headers'
import { signal, getSessionInfo } from '@/lib/signal-server'

export async function order() {
  const list = await headers();
  const { sessionId, windowId, distinctId } = getSessionInfo(list); signal.capture({ distinctId: distinctId || 'u1', event: 'ordered', properties: { agent: list.get('user-agent') }, sessionId, windowId })
}
