'use server';

import { createSignalServer } from 'signal-next/server';

const signal = createSignalServer({ apiKey: '' });

export async function track(event: string) {
  signal.capture({ distinctId: 'x', event });
}
