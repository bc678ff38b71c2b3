import { signal, type SessionInfo } from './signal-server';

export interface UseCase {
  execute(userId: string, session?: SessionInfo): Promise<string>;
}

export function withLogging(inner: UseCase): UseCase {
  return logged({ execute: (userId, session) => inner.execute(userId, session) });
}

export function withTiming(inner: UseCase): UseCase {
  const timed: UseCase = {
    execute(userId, session) {
      return inner.execute(userId, session);
    },
  };
  return logged(timed);
}

function logged(inner: UseCase): UseCase {
  return {
    async execute(userId, session) {
      console.log(userId);
      return inner.execute(userId, session);
    },
  };
}

export function withEvents(inner: UseCase): UseCase {
  return logged({
    async execute(userId, session) {
      signal.capture({
        distinctId: session?.distinctId || userId,
        event: 'executed',
        sessionId: session?.sessionId,
        windowId: session?.windowId,
      });
      return inner.execute(userId, session);
    },
  });
}

interface Step {
  run(): Promise<string>;
}

async function retried(step: Step) {
  return step.run().catch(() => step.run());
}

export async function order(userId: string, session?: SessionInfo) {
  return retried({
    run: async () => {
      signal.capture({
        distinctId: session?.distinctId || userId,
        event: 'ordered',
        sessionId: session?.sessionId,
        windowId: session?.windowId,
      });
      return userId;
    },
  });
}
