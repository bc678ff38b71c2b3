import { signal } from '@/lib/signal-server';
import type { TrackParams } from './types';

export async function track(params: TrackParams) {
  signal.capture({
    distinctId: params.userId,
    event: params.event,
  });
  await signal.flush();
}
