import { headers } from 'next/headers';
import { signal, getSessionInfo, type SessionInfo } from './signal-server';

export interface Step {
  run(userId: string, session?: SessionInfo): Promise<void>;
}

export class Localise implements Step {
  async run(userId: string) {
    const requested = await headers();
    const { sessionId, windowId, distinctId } = getSessionInfo(requested);
    signal.capture({
      distinctId: distinctId || userId,
      event: 'localised',
      properties: { language: requested.get('accept-language') },
      sessionId,
      windowId,
    });
  }
}

export class Charge implements Step {
  async run(userId: string, session?: SessionInfo) {
    signal.capture({
      distinctId: session?.distinctId || userId,
      event: 'charged',
      sessionId: session?.sessionId,
      windowId: session?.windowId,
    });
  }
}

export async function runSteps(
  steps: Step[],
  userId: string,
  session?: SessionInfo,
) {
  for (const step of steps) await step.run(userId, session);
}
