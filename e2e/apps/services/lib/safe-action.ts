import { cookies } from 'next/headers'
import { createSafeActionClient } from 'next-safe-action'
import { userOf } from './auth'

export const actionClient = createSafeActionClient()

export const userActionClient = actionClient.use(async ({ next }) => {
  const user = userOf((await cookies()).toString()) ?? { id: 'visitor' }
  return next({ ctx: { user } })
})
