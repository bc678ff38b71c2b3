export interface SessionInfo {
  sessionId?: string | undefined;
  windowId?: string | undefined;
  distinctId?: string | undefined;
}

export function getSessionInfo(request: Request): SessionInfo {
  return {
    sessionId: request.headers.get('x-signal-session-id') || undefined,
    windowId: request.headers.get('x-signal-window-id') || undefined,
    distinctId: request.headers.get('x-signal-distinct-id') || undefined,
  };
}
