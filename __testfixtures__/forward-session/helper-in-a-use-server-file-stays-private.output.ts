'use server';

import { headers } from 'next/headers';
import { signal, getSessionInfo, type SessionInfo } from '@/lib/signal-server';

function track(
  userId: string,
  event: string,
  properties: Record<string, unknown> = {},
  session?: SessionInfo,
) {
  signal.capture({
    distinctId: session?.distinctId || userId,
    event,
    properties,
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
}

export async function createTodo(userId: string, title: string) {
  const session = getSessionInfo(await headers());
  track(userId, 'todo_created', { title }, session);
}

export async function deleteTodo(userId: string) {
  const session = getSessionInfo(await headers());
  track(userId, 'todo_deleted', undefined, session);
}
