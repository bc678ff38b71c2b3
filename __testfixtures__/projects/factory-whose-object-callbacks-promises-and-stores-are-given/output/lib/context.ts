import { AsyncLocalStorage } from 'node:async_hooks';
import { signal, type SessionInfo } from './signal-server';

function createEvents(userId: string) {
  return {
    track(event: string, session?: SessionInfo) {
      signal.capture({
        distinctId: session?.distinctId || userId,
        event,
        sessionId: session?.sessionId,
        windowId: session?.windowId,
      });
    },
  };
}

export async function createDeps(userId: string) {
  return { events: createEvents(userId), now: Date.now() };
}

type Deps = Awaited<ReturnType<typeof createDeps>>;

export const store = new AsyncLocalStorage<Deps>();

export function transaction<T>(userId: string, run: (tx: Deps) => Promise<T>) {
  return begin((deps) => run(deps), userId);
}

async function begin<T>(work: (deps: Deps) => Promise<T>, userId: string) {
  return work(await createDeps(userId));
}
