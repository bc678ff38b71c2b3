import { headers } from 'next/headers';
import { createSignalServer } from 'signal-next/server';

const signal = createSignalServer({ apiKey: process.env.SIGNAL_API_KEY ?? '' });

export async function captureEvent(userId: string, event: string) {
  const requestHeaders = await headers();
  signal.capture({
    distinctId: userId,
    event,
    properties: { host: requestHeaders.get('host') },
  });
}

export async function captureBoth(userId: string) {
  signal.capture({ distinctId: userId, event: 'started' });
  const list = await headers();
  signal.capture({ distinctId: userId, event: 'ended', properties: { host: list.get('host') } });
}

export async function captureSafely(userId: string) {
  let host: string | null = null;
  try {
    const list = await headers();
    host = list.get('host');
  } catch {
    host = 'job';
  }
  signal.capture({ distinctId: userId, event: 'tried', properties: { host } });
}
