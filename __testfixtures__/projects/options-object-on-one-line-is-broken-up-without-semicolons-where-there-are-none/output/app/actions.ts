'use server'

import { headers } from 'next/headers'
import { trackOrder } from '@/lib/analytics'
import { getSessionInfo } from '@/lib/signal-server'

export async function order(total: number) {
  const session = getSessionInfo(await headers())
  trackOrder({ id: 'u1', total, session })
}
