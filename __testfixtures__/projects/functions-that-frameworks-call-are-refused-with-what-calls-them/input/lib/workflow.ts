import { sleep } from 'workflow';
import { signal } from './signal-server';

export async function onboarding(userId: string) {
  'use workflow';
  await sleep('1d');
  await remind(userId);
}

async function remind(userId: string) {
  'use step';
  signal.capture({ distinctId: userId, event: 'reminded' });
}
