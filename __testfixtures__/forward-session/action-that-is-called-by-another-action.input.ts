// @file app/actions.ts
'use server';

import { signal } from '@/lib/signal-server';

export async function log(userId: string, event: string) {
  signal.capture({ distinctId: userId, event });
}

export async function createTodo(userId: string) {
  await log(userId, 'todo_created');
}
