// @file app/actions.ts
'use server'

import { headers } from 'next/headers'
import { signal } from '@/lib/signal-server'

export async function order(ids: string[]) {
  const headersList = await headers()
  ;[...ids].forEach((id) => console.log(id, headersList))
  signal.capture({ distinctId: ids[0], event: 'ordered' })
}
