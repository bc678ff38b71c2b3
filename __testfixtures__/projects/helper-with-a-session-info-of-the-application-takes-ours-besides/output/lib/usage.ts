import type { SessionInfo } from './chat';
import { signal, type SessionInfo as SignalSessionInfo } from './signal-server';

export function trackUsage(
  userId: string,
  session: SessionInfo,
  signalSession?: SignalSessionInfo,
) {
  signal.capture({
    distinctId: signalSession?.distinctId || userId,
    event: 'model_used',
    properties: { model: session.model },
    sessionId: signalSession?.sessionId,
    windowId: signalSession?.windowId,
  });
}
