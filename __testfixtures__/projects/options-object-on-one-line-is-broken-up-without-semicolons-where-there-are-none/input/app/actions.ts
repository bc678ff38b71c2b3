'use server'

import { trackOrder } from '@/lib/analytics'

export async function order(total: number) {
  trackOrder({ id: 'u1', total })
}
