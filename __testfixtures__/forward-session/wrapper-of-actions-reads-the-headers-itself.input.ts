// @file lib/with-user.ts
import { signal } from '@/lib/signal-server';
import { getUser } from './auth';

export function withUser<T, R>(action: (user: { id: string }, input: T) => Promise<R>) {
  return async (input: T): Promise<R> => {
    const user = await getUser();
    signal.capture({ distinctId: user.id, event: 'action_called' });
    return action(user, input);
  };
}
