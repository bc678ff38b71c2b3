import { signal } from './signal-server';

export interface UseCase {
  execute(userId: string): Promise<string>;
}

export function withLogging(inner: UseCase): UseCase {
  return logged({ execute: (userId) => inner.execute(userId) });
}

export function withTiming(inner: UseCase): UseCase {
  const timed: UseCase = {
    execute(userId) {
      return inner.execute(userId);
    },
  };
  return logged(timed);
}

function logged(inner: UseCase): UseCase {
  return {
    async execute(userId) {
      console.log(userId);
      return inner.execute(userId);
    },
  };
}

export function withEvents(inner: UseCase): UseCase {
  return logged({
    async execute(userId) {
      signal.capture({ distinctId: userId, event: 'executed' });
      return inner.execute(userId);
    },
  });
}

interface Step {
  run(): Promise<string>;
}

async function retried(step: Step) {
  return step.run().catch(() => step.run());
}

export async function order(userId: string) {
  return retried({
    run: async () => {
      signal.capture({ distinctId: userId, event: 'ordered' });
      return userId;
    },
  });
}
