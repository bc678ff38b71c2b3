import { signal } from './signal-server';

export const trackOrder = ({ userId, total, session }) => {
  signal.capture({
    distinctId: session?.distinctId || userId,
    event: 'order',
    properties: { total },
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
};
