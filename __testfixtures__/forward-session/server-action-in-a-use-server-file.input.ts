// @file app/actions.ts
'use server'

import { revalidatePath } from 'next/cache'
import { signal } from '@/lib/signal-server'

export async function createTodo(formData: FormData) {
  const title = String(formData.get('title'))
  signal.capture({ distinctId: 'u1', event: 'todo_created', properties: { title } })
  revalidatePath('/')
}
