// @file app/actions.ts
'use server'

import { headers } from 'next/headers'
import { signal } from '@/lib/signal-server'

export async function order() {
  const list = await headers(); signal.capture({ distinctId: 'u1', event: 'ordered', properties: { agent: list.get('user-agent') } })
}
