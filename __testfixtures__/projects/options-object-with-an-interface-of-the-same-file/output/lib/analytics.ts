import { signal, type SessionInfo } from './signal-server';

interface TrackOptions {
  userId: string;
  event: string;
  properties?: Record<string, unknown>;
  session?: SessionInfo;
}

export const track = ({
  userId,
  event,
  properties = {},
  session,
}: TrackOptions) => {
  signal.capture({
    distinctId: session?.distinctId || userId,
    event,
    properties,
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
};
