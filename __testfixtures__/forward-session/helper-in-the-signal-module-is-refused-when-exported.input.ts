// @file lib/signal-server.ts
import { createSignalServer } from 'signal-next/server';

export const signal = createSignalServer({ apiKey: process.env.SIGNAL_API_KEY! });

export function trackSignup(userId: string) {
  signal.capture({ distinctId: userId, event: 'signed_up' });
}
