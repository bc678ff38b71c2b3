import { headers } from 'next/headers';
import { signal, getSessionInfo } from '@/lib/signal-server';
import { getUser } from './auth';

export function withUser<T, R>(action: (user: { id: string }, input: T) => Promise<R>) {
  return async (input: T): Promise<R> => {
    const { sessionId, windowId, distinctId } = getSessionInfo(await headers());
    const user = await getUser();
    signal.capture({
      distinctId: distinctId || user.id,
      event: 'action_called',
      sessionId,
      windowId,
    });
    return action(user, input);
  };
}
