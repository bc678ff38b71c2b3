import { signal, getSessionInfo } from '@/lib/signal-server';

export const config = { runtime: 'experimental-edge', regions: ['iad1'] };

export default function handler(req: Request) {
  const { sessionId, windowId, distinctId } = getSessionInfo(req);
  signal.capture({
    distinctId: distinctId || 'monitor',
    event: 'pinged',
    sessionId,
    windowId,
  });
  return new Response('ok');
}
