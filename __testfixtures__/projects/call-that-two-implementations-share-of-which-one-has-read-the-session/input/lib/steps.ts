import { headers } from 'next/headers';
import { signal } from './signal-server';

export interface Step {
  run(userId: string): Promise<void>;
}

export class Localise implements Step {
  async run(userId: string) {
    const requested = await headers();
    signal.capture({
      distinctId: userId,
      event: 'localised',
      properties: { language: requested.get('accept-language') },
    });
  }
}

export class Charge implements Step {
  async run(userId: string) {
    signal.capture({ distinctId: userId, event: 'charged' });
  }
}

export async function runSteps(steps: Step[], userId: string) {
  for (const step of steps) await step.run(userId);
}
