'use server'

import { revalidatePath } from 'next/cache'
import { headers } from 'next/headers'
import { signal, getSessionInfo } from '@/lib/signal-server'

export async function createTodo(formData: FormData) {
  const { sessionId, windowId, distinctId } = getSessionInfo(await headers())
  const title = String(formData.get('title'))
  signal.capture({
    distinctId: distinctId || 'u1',
    event: 'todo_created',
    properties: { title },
    sessionId,
    windowId,
  })
  revalidatePath('/')
}
