import type { SessionInfo } from './ids';
import { signal } from './signal-server';

export function trackModel(userId: string, info?: SessionInfo) {
  signal.capture({
    distinctId: info?.distinctId || userId,
    event: 'model_chosen',
    sessionId: info?.sessionId,
    windowId: info?.windowId,
  });
}
