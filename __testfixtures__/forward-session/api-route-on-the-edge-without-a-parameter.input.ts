// @file pages/api/ping.ts
import { signal } from '@/lib/signal-server';

export const config = { runtime: 'experimental-edge', regions: ['iad1'] };

export default function handler() {
  signal.capture({ distinctId: 'monitor', event: 'pinged' });
  return new Response('ok');
}
