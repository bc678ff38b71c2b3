'use server';

import { createSignalServer } from 'signal-next/server';

const signal = createSignalServer({
  apiKey: process.env.SIGNAL_API_KEY ?? '',
});

export async function subscribe(email: string) {
  signal.capture({ distinctId: email, event: 'subscribed' });
}
