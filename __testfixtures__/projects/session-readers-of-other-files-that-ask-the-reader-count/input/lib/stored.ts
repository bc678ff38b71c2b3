import { AsyncLocalStorage } from 'node:async_hooks';
import type { SessionInfo } from './signal-server';

export const store = new AsyncLocalStorage<SessionInfo>();

export function storedSession(): SessionInfo {
  return store.getStore() ?? {};
}
