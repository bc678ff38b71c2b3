import type { SessionInfo } from './chat';
import { signal } from './signal-server';

export function trackUsage(userId: string, session: SessionInfo) {
  signal.capture({ distinctId: userId, event: 'model_used', properties: { model: session.model } });
}
