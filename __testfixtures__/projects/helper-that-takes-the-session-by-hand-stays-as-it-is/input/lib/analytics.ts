import { type SessionInfo, signal } from './signal-server';

export function track(userId: string, session: SessionInfo) {
  signal.capture({ distinctId: userId, event: 'tracked', ...session });
}

export function trackIds(id: string, sessionId?: string, windowId?: string) {
  signal.capture({ distinctId: id, event: 'tracked', sessionId, windowId });
}
