import { signal, type SessionInfo } from './signal-server';

interface Ids {
  sessionId?: string;
  windowId?: string;
}

interface Message {
  distinctId: string;
  event: string;
  sessionId?: string;
  windowId?: string;
}

export function track(id: string, sessionId?: string, windowId?: string) {
  signal.capture({ distinctId: id, event: 'track', sessionId, windowId });
}

export function trackNever(id: string, sessionId?: string, windowId?: string) {
  signal.capture({ distinctId: id, event: 'track never', sessionId, windowId });
}

export function trackOrder(id: string, session?: Ids) {
  track(id, session?.sessionId, session?.windowId);
}

export function trackPair(id: string, session?: { sessionId?: string; windowId?: string }) {
  signal.capture({ distinctId: id, event: 'pair', sessionId: session?.sessionId, windowId: session?.windowId });
}

export function trackPattern(id: string, { sessionId, windowId }: SessionInfo = {}) {
  signal.capture({ distinctId: id, event: 'pattern', sessionId, windowId });
}

export function trackKeys({ id, sessionId, windowId }: { id: string; sessionId?: string; windowId?: string }) {
  signal.capture({ distinctId: id, event: 'keys', sessionId, windowId });
}

export function trackContext(context: { id: string } & Ids) {
  const { id, sessionId } = context;
  signal.capture({ distinctId: id, event: 'context', sessionId, windowId: context.windowId });
}

export function trackWhole(message: Message) {
  signal.capture(message);
}

export function trackSpread(id: string, ids: Ids = {}) {
  signal.capture({ distinctId: id, event: 'spread', ...ids });
}

export function trackAlias(id: string, sessionId?: string, windowId?: string) {
  signal.alias(id, 'other', sessionId, windowId);
}

export function trackSession(id: string, session?: SessionInfo) {
  signal.capture({ distinctId: id, event: 'session', sessionId: session?.sessionId, windowId: session?.windowId });
}
