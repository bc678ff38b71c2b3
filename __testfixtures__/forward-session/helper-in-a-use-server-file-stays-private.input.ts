// @file app/actions.ts
'use server';

import { signal } from '@/lib/signal-server';

function track(userId: string, event: string, properties: Record<string, unknown> = {}) {
  signal.capture({ distinctId: userId, event, properties });
}

export async function createTodo(userId: string, title: string) {
  track(userId, 'todo_created', { title });
}

export async function deleteTodo(userId: string) {
  track(userId, 'todo_deleted');
}
