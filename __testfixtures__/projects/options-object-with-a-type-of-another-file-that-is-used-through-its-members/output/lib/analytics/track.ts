import { signal } from '@/lib/signal-server';
import type { TrackParams } from './types';

export async function track(params: TrackParams) {
  signal.capture({
    distinctId: params.session?.distinctId || params.userId,
    event: params.event,
    sessionId: params.session?.sessionId,
    windowId: params.session?.windowId,
  });
  await signal.flush();
}
